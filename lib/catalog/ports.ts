import type { WireCatalog, WireCatalogEntry } from "@/lib/api/catalog-contract";
import type { UpstreamName } from "@/lib/jobs/job";
import type { JsonValue } from "@/lib/json";

/** Why the service's list could not be read: in words for people, free of the key. */
export type CatalogFailure = {
  kind: "failed";
  reason: "keyRefused" | "forbidden" | "rateLimited" | "unreachable" | "unreadable";
  message: string;
};
export type CatalogPage = { kind: "page"; entries: JsonValue[]; total?: number } | CatalogFailure;

/** The service's list of models. */
export interface CatalogSource {
  /** Entries with their schemas from `offset`; at most `limit`, of which the service gives at most 100. */
  page(place: { offset: number; limit: number }): Promise<CatalogPage>;
}

/** A model of the list, without its schema. */
export type CatalogEntry = Omit<WireCatalogEntry, "isHere">;
export type StoredEntry = CatalogEntry & {
  /** The whole entry as JSON text, as it was read. */
  source: string;
};

/** An entry of the list that cannot be used: its place from 1 or its id, and why. */
export type SkippedListing = WireCatalog["skipped"][number];

export type CatalogState = {
  /** Whose list it is: another upstream's is no list at all. */
  upstream?: UpstreamName;
  /** The last time that the whole list was read, and what of it could not be used. */
  readAtMs?: number;
  skipped: SkippedListing[];
  /** There may be more than are named. */
  skippedCount: number;
  /** How many fewer came than the service spoke of. */
  missingCount: number;
  /** The last attempt, where it failed. */
  failedAtMs?: number;
  failure?: Omit<CatalogFailure, "kind">;
};

export type CatalogQuery = {
  /** As `searchWords` makes them; each must occur in name, id, kind, category or summary. */
  words: readonly string[];
  category?: string | undefined;
  kind?: string | undefined;
  offset: number;
  limit: number;
};

/** The last list that was read whole. */
export interface CatalogStore {
  state(): Promise<CatalogState>;
  /** A reading under way: nothing of it is seen before `finish`. Another `begin` drops one that was never finished. */
  begin(): Promise<void>;
  /** Of entries with the same id the first one counts. */
  add(entries: readonly StoredEntry[]): Promise<void>;
  finish(
    state: { upstream: UpstreamName; readAtMs: number } & Pick<
      CatalogState,
      "skipped" | "skippedCount" | "missingCount"
    >,
  ): Promise<void>;
  /** Leaves the list as it was. */
  fail(failure: { failedAtMs: number; failure: Omit<CatalogFailure, "kind"> }): Promise<void>;
  find(query: CatalogQuery): Promise<{ entries: CatalogEntry[]; total: number }>;
  /** What there is to filter by. */
  facets(): Promise<{ categories: string[]; kinds: string[] }>;
  source(id: string): Promise<string | undefined>;
  /** Of all models that have one. */
  prices(): Promise<{ id: string; price: NonNullable<CatalogEntry["price"]> }[]>;
}
