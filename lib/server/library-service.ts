import type { z } from "zod";
import type { uploadQuerySchema, WireUploadList } from "@/lib/api/contract";
import { listUploads } from "@/lib/library/list-uploads";
import type { UploadList } from "@/lib/library/ports";

/** What survives a composition, to be used again. */
export type LibraryService = {
  /** @throws AppError `invalidRequest` for a wrong cursor */
  listUploads(query: z.output<typeof uploadQuerySchema>): Promise<WireUploadList>;
};

export function createLibraryService(deps: { uploads: UploadList }): LibraryService {
  return {
    listUploads: (query) => listUploads(query, deps.uploads),
  };
}
