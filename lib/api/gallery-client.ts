import { pageParameters, post, request, send } from "./client";
import type { WireJob } from "./contract";
import type {
  BulkRequest,
  WireBulkAnswer,
  WireCollection,
  WireJobMarks,
  WirePurgeAnswer,
  WireTrash,
} from "./gallery-contract";

/** What is done with takes that exist: marks, collections, the trash, downloads; the same rules as for `api`. */
export const galleryApi = {
  markJob: (id: string, marks: WireJobMarks) =>
    send<{ job: WireJob }>("PATCH", `/api/jobs/${encodeURIComponent(id)}`, marks),
  /** All or none are written; what could not be done is named. */
  actOnJobs: (bulk: BulkRequest) => post<WireBulkAnswer>("/api/jobs/bulk", bulk),
  readJobWithCollections: (id: string) =>
    request<{ job: WireJob }>(`/api/jobs/${encodeURIComponent(id)}?with=collections`),
  listTrash: (query: { cursor?: string | undefined; limit?: number }) =>
    request<WireTrash>(`/api/trash?${pageParameters(query)}`),
  /** For good, with the files that nothing else names. */
  purgeJob: (id: string) => request<void>(`/api/trash/${encodeURIComponent(id)}`, { method: "DELETE" }),
  emptyTrash: () => request<WirePurgeAnswer>("/api/trash", { method: "DELETE" }),
  /** Where a zip of these takes is downloaded from: at most 500 ids, or a whole collection. */
  downloadPath: (what: { ids: readonly string[] } | { collectionId: string }) =>
    `/api/downloads?${new URLSearchParams("ids" in what ? { ids: what.ids.join(",") } : what)}`,
  listCollections: () => request<{ collections: WireCollection[] }>("/api/collections"),
  addCollection: (collection: { name: string; jobIds?: string[] }) =>
    post<{ collection: WireCollection }>("/api/collections", collection),
  changeCollection: (id: string, change: { name?: string; coverJobId?: string | null }) =>
    send<{ collection: WireCollection }>("PATCH", `/api/collections/${encodeURIComponent(id)}`, change),
  orderCollection: (id: string, ids: string[]) =>
    post<{ collection: WireCollection }>(`/api/collections/${encodeURIComponent(id)}/order`, { ids }),
  deleteCollection: (id: string) => request<void>(`/api/collections/${encodeURIComponent(id)}`, { method: "DELETE" }),
};
