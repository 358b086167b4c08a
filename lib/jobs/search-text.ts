import type { JsonValue } from "@/lib/json";
import type { Job } from "./job";

const MAX_CHARS = 20_000;
/** Files and addresses say nothing that a person would look for. */
const NOT_WORDS = /^(asset:|data:|https?:\/\/)/i;

/** How text is compared in a search: full-width and other compatibility forms alike, letter case ignored. */
export function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** What a job can be found by: the texts of its input and its model. */
export function searchTextOf(job: Pick<Job, "modelId" | "input">): string {
  const texts = [job.modelId, ...textsOf(job.input)];
  return searchable(texts.join("\n").slice(0, MAX_CHARS));
}

/** The words of a search, at most eight; every one must occur. */
export function searchWords(query: string): string[] {
  return searchable(query).split(/\s+/).filter(Boolean).slice(0, 8);
}

function textsOf(value: JsonValue): string[] {
  if (typeof value === "string") return NOT_WORDS.test(value) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
