import type { MediaKind } from "@/lib/schema/field";
import type { Asset } from "@/lib/storage/asset";

/** A place in a list that is read newest first. */
export type Place = { createdAtMs: number; id: string };

export type UploadListQuery = {
  kind?: MediaKind;
  /** As `searchWords` makes them; each must occur in the file's name. */
  words: readonly string[];
  after?: Place;
  limit: number;
};

export interface UploadList {
  /** Uploaded files, newest first; of several with the same content the newest. */
  page(query: UploadListQuery): Promise<Asset[]>;
}
