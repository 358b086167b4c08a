import type { CorrectedKind } from "@/lib/schema/corrected-kind";
import type { CatalogParameters, WireCatalog } from "./catalog-contract";
import { modelPath, pageParameters, post, request, send } from "./client";
import type { WireJobModel, WireModel } from "./contract";
import type { AddModelsRequest, WireAddedModel, WireImport } from "./import-contract";

/** Adding models, apart from `api` because the page of the studio does without. Every function throws `ApiError` and nothing else. */
export const modelsApi = {
  /** The service's list as it was last read. */
  listCatalog: (query: CatalogParameters) => request<WireCatalog>(`/api/catalog?${pageParameters({ ...query })}`),
  /** Reads it anew, and answers when that has ended. */
  refreshCatalog: () => post<WireCatalog>("/api/catalog"),
  previewCatalogModel: (id: string) => request<WireImport>(`/api/catalog/${modelPath(id)}`),
  addCatalogModel: (id: string) => post<{ ids: string[] }>(`/api/catalog/${modelPath(id)}`),
  /** What a text would add; nothing is stored. */
  previewImport: (text: AddModelsRequest) => post<WireImport>("/api/imports/preview", text),
  addModels: (text: AddModelsRequest) => post<{ ids: string[] }>("/api/imports", text),
  /** The model that a take was made with. */
  readJobModel: (jobId: string) => request<WireJobModel>(`/api/jobs/${jobId}/model`),
  listAdded: () => request<{ models: WireAddedModel[] }>("/api/imports"),
  correctModel: (id: string, change: { name?: string; kinds?: Record<string, CorrectedKind> }) =>
    send<{ model: WireModel }>("PATCH", `/api/imports/${modelPath(id)}`, change),
  removeModel: (id: string) => request<void>(`/api/imports/${modelPath(id)}`, { method: "DELETE" }),
  /** All added models as a file, or those with these ids. */
  exportPath: (ids: readonly string[] = []) =>
    `/api/imports/export?${new URLSearchParams(ids.map((id) => ["id", id]))}`,
};
