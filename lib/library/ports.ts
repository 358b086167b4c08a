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

/** A prompt that was sent, by its newest use. */
export type SentPrompt = Place & {
  /** As it was sent with the newest job. */
  text: string;
  modelId: string;
  jobId: string;
  count: number;
};
export type PromptQuery = Omit<UploadListQuery, "kind">;

export interface PromptHistory {
  /** Every prompt once, the last used first; prompts of deleted jobs are not in it. */
  page(query: PromptQuery): Promise<SentPrompt[]>;
}

export type Snippet = { id: string; name: string; text: string; createdAtMs: number; updatedAtMs: number };

export interface SnippetStore {
  /** The last changed first. */
  list(): Promise<Snippet[]>;
  /** False, and nothing stored, where there are `max` already. */
  insert(snippet: Snippet, max: number): Promise<boolean>;
  get(id: string): Promise<Snippet | undefined>;
  /** False where there is none with this id. */
  update(snippet: Snippet): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}
