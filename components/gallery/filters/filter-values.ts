/** What a list of takes is narrowed by and sorted by, as the address holds it; checked, and absent where it says nothing. */
export const FILTER_NAMES = [
  "q",
  "model",
  "state",
  "upstream",
  "rating",
  "favourite",
  "collection",
  "from",
  "to",
  "ratio",
  "kind",
  "group",
  "sort",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** A change that takes every filter away. */
export const NO_FILTERS: { [Name in FilterName]?: undefined } = Object.fromEntries(
  FILTER_NAMES.map((name) => [name, undefined]),
);

/** `undefined` takes a filter away. Typing replaces the entry of the browser's history, a choice makes one. */
export type ChangeFilters = (change: { [Name in FilterName]?: string | undefined }, entry?: "push" | "replace") => void;

export const SORTS = ["newest", "oldest", "rating", "longest"] as const;
export const RATIOS = ["wide", "square", "tall"] as const;
export const KINDS = ["video", "image", "audio"] as const;
export const UPSTREAMS = ["runcomfy", "sandbox"] as const;
/** The states that are offered; an address may name others. */
export const STATES = ["active", "succeeded", "failed", "cancelled", "unconfirmed,lost"] as const;
