import type { z } from "zod";
import type {
  promptQuerySchema,
  uploadQuerySchema,
  WirePromptList,
  WireSnippet,
  WireUploadList,
} from "@/lib/api/library-contract";
import type { Locale } from "@/lib/i18n/locales";
import { listPrompts } from "@/lib/library/list-prompts";
import { listUploads } from "@/lib/library/list-uploads";
import type { PromptHistory, UploadList } from "@/lib/library/ports";
import { addSnippet, changeSnippet, listSnippets, removeSnippet, type SnippetDeps } from "@/lib/library/snippets";
import type { Models } from "./models";

/** What survives a composition, to be used again; see the use-cases in `lib/library` for what each throws. */
export type LibraryService = {
  listUploads(query: z.output<typeof uploadQuerySchema>): Promise<WireUploadList>;
  listPrompts(query: z.output<typeof promptQuerySchema>, locale: Locale): Promise<WirePromptList>;
  listSnippets(): Promise<WireSnippet[]>;
  addSnippet(snippet: { name?: string | undefined; text: string }): Promise<WireSnippet>;
  changeSnippet(id: string, change: { name?: string | undefined; text?: string | undefined }): Promise<WireSnippet>;
  removeSnippet(id: string): Promise<void>;
};

export function createLibraryService(
  deps: SnippetDeps & { uploads: UploadList; prompts: PromptHistory; models: Models },
): LibraryService {
  const { uploads, prompts, models } = deps;
  return {
    listUploads: (query) => listUploads(query, uploads),
    listPrompts: (query, locale) =>
      listPrompts(query, { prompts, modelName: (modelId) => models.modelName(modelId, locale) }),
    listSnippets: () => listSnippets(deps),
    addSnippet: (snippet) => addSnippet(snippet, deps),
    changeSnippet: (id, change) => changeSnippet(id, change, deps),
    removeSnippet: (id) => removeSnippet(id, deps),
  };
}
