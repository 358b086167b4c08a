import type { JobPlace, JobView } from "@/lib/jobs/ports";
import type { Asset } from "@/lib/storage/asset";

/** An absent member stays as it is; a rating of null and an empty note are none. */
export type Marks = { rating?: number | null | undefined; favourite?: boolean | undefined; note?: string | undefined };

/** What can be done with many jobs at once. */
export type JobAction =
  | { kind: "mark"; marks: Marks }
  | { kind: "trash"; atMs: number }
  | { kind: "restore" }
  | { kind: "collect"; collectionId: string }
  | { kind: "uncollect"; collectionId: string };
export type Failure = { id: string; code: "notFound" | "conflict" };

export interface Shelf {
  /**
   * One transaction. What is so already counts as done; a job that is not there (for marks and collections also one in the trash)
   * fails as `notFound`, one that goes on cannot be put into the trash: `conflict`.
   */
  act(ids: readonly string[], action: JobAction): Promise<Failure[]>;
}

/** Deleted jobs until they are gone for good. */
export interface Trash {
  /** The last deleted first; `after.createdAtMs` is when the last row of the page before was deleted. */
  page(query: { after?: JobPlace; limit: number }): Promise<JobView[]>;
  count(): Promise<number>;
  /** Ids of jobs that were deleted at this time or before, at most `limit`. */
  deletedUntil(atMs: number, limit: number): Promise<string[]>;
  /**
   * Removes those of these jobs that are in the trash, and the rows of their outputs that no other job has or names. One transaction,
   * which notes the files of those rows. Gives the number of jobs.
   */
  purge(ids: readonly string[]): Promise<number>;
  /** Files whose rows are gone and that are still there, as far as anybody knows. */
  filesToRemove(limit: number): Promise<string[]>;
  forgetFiles(keys: readonly string[]): Promise<void>;
}

export type Collection = { id: string; name: string; coverJobId?: string; createdAtMs: number; updatedAtMs: number };
/** With how many jobs it holds, and the first few outputs that have a poster, the cover's first. */
export type CollectionView = { collection: Collection; count: number; posters: Asset[] };

export interface CollectionStore {
  /** By name. */
  list(): Promise<CollectionView[]>;
  get(id: string): Promise<CollectionView | undefined>;
  /** False, and nothing stored, where there are `max` already. */
  insert(collection: Collection, max: number): Promise<boolean>;
  /** False where there is none with this id. */
  update(id: string, change: { name?: string; coverJobId?: string | null; atMs: number }): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  holds(id: string, jobId: string): Promise<boolean>;
  /** These jobs share the places that they hold now, in this order. */
  reorder(id: string, jobIds: readonly string[]): Promise<void>;
  collectionsOf(jobId: string): Promise<string[]>;
}
