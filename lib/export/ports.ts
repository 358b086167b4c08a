import type { ParentLink } from "@/lib/jobs/job";
import type { JobView } from "@/lib/jobs/ports";
import type { Asset } from "@/lib/storage/asset";

export type ExportedTake = JobView & { parents: ParentLink[] };
/** `bytes` are those of the files that takes made, and of `uploads`. */
export type ExportSize = { takes: number; inTrash: number; uploads: number; bytes: number };

/** Everything that the studio keeps, a page at a time by id, so that what changes meanwhile moves no other row. */
export interface ExportRows {
  /** In whatever state, also in the trash. */
  takes(page: { afterId: string; limit: number }): Promise<ExportedTake[]>;
  /** Uploads, and files of takes that are gone which other takes refer to. */
  filesWithoutTake(page: { afterId: string; limit: number }): Promise<Asset[]>;
  /** The takes of a collection in its order, also those in the trash. */
  placesIn(collectionId: string): Promise<string[]>;
  size(): Promise<ExportSize>;
}
