import {
  FILTER_NAMES,
  type FilterName,
  type Filters,
  KINDS,
  RATIOS,
  SORTS,
  UPSTREAMS,
} from "@/components/gallery/filters/filter-values";
import type { JobListParameters } from "@/lib/api/contract";
import { JOB_STATUSES } from "@/lib/jobs/job";

/** The gallery's address: its parameters are the state of the filters. */
type Parameters = { get(name: string): string | null };

const MAX_ID = 128;
const MAX_TEXT = 512;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const oneOf = (values: readonly string[]) => (value: string) => values.includes(value);
const upTo = (length: number) => (value: string) => value.length <= length;

const IS_GOOD: Record<FilterName, (value: string) => boolean> = {
  q: upTo(MAX_TEXT),
  model: upTo(MAX_TEXT),
  state: (value) => value.split(",").every(oneOf([...JOB_STATUSES, "active"])),
  upstream: oneOf(UPSTREAMS),
  rating: oneOf(["1", "2", "3", "4", "5"]),
  favourite: oneOf(["1"]),
  collection: upTo(MAX_ID),
  from: isDate,
  to: isDate,
  ratio: oneOf(RATIOS),
  kind: oneOf(KINDS),
  group: upTo(MAX_ID),
  sort: oneOf([...SORTS, "collection"]),
};

/** What an address asks for; what is unknown or wrong in it is left out. */
export function readFilters(parameters: Parameters): Filters {
  const filters: Filters = {};
  for (const name of FILTER_NAMES) {
    const value = parameters.get(name)?.trim();
    if (value && IS_GOOD[name](value)) filters[name] = value;
  }
  const usual = filters.collection ? "collection" : "newest";
  const isNowhere = filters.sort === "collection" && !filters.collection;
  if (filters.sort === usual || isNowhere) delete filters.sort;
  return filters;
}

/** The one way to write filters into an address, without the question mark. */
export function filtersSearch(filters: Filters): string {
  const parameters = new URLSearchParams();
  for (const name of FILTER_NAMES) if (filters[name]) parameters.set(name, filters[name]);
  return parameters.toString();
}

/** The same for the list itself. */
export function listParametersOf(filters: Filters): { [Name in keyof JobListParameters]?: string } {
  const { model, state, collection, group, ...same } = filters;
  const parameters = {
    ...same,
    modelId: model,
    status: state,
    collectionId: collection,
    groupId: group,
  };
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** A day that the calendar has. */
function isDate(value: string): boolean {
  const timeMs = DATE.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(timeMs) && new Date(timeMs).toISOString().startsWith(value);
}
