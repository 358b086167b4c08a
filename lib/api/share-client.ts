import { pageParameters, post, request } from "./client";
import type { NewShareRequest, WireNewShare, WireShareList } from "./share-contract";

/** Public links; the same rules as for `api`. */
export const shareApi = {
  /** A public link to one take, or to several side by side. */
  shareJobs: (jobIds: readonly string[], share: NewShareRequest) => {
    const [first = ""] = jobIds;
    if (jobIds.length > 1) return post<WireNewShare>("/api/shares", { ...share, jobIds: [...jobIds] });
    return post<WireNewShare>(`/api/jobs/${encodeURIComponent(first)}/shares`, share);
  },
  listShares: (query: { cursor?: string | undefined; limit: number }) =>
    request<WireShareList>(`/api/shares?${pageParameters(query)}`),
  revokeShare: (id: string) => request<void>(`/api/shares/${encodeURIComponent(id)}`, { method: "DELETE" }),
};
