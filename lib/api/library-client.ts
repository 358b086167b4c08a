import { type PageQuery, pageParameters, post, request, send } from "./client";
import type { WirePromptList, WireSnippet, WireUploadList } from "./library-contract";

/** Earlier uploads, prompts and snippets; the same rules as for `api`. */
export const libraryApi = {
  /** Earlier uploads, newest first. */
  listUploads: (query: PageQuery & { kind?: "image" | "video" | "audio" | undefined }) =>
    request<WireUploadList>(`/api/uploads?${pageParameters(query)}`),
  listPrompts: (query: PageQuery) => request<WirePromptList>(`/api/prompts?${pageParameters(query)}`),
  listSnippets: () => request<{ snippets: WireSnippet[] }>("/api/snippets"),
  addSnippet: (snippet: { name?: string; text: string }) => post<{ snippet: WireSnippet }>("/api/snippets", snippet),
  changeSnippet: (id: string, change: { name?: string; text?: string }) =>
    send<{ snippet: WireSnippet }>("PATCH", `/api/snippets/${encodeURIComponent(id)}`, change),
  deleteSnippet: (id: string) => request<void>(`/api/snippets/${encodeURIComponent(id)}`, { method: "DELETE" }),
};
