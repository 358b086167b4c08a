import type { JsonValue } from "@/lib/json";
import { searchable } from "@/lib/prompt/search-words";
import type { Job } from "./job";

const MAX_CHARS = 20_000;
/** Files and addresses say nothing that a person would look for. */
const NOT_WORDS = /^(asset:|data:|https?:\/\/)/i;

/** What a job can be found by: the texts of its input and its model. */
export function searchTextOf(job: Pick<Job, "modelId" | "input">): string {
  const texts = [job.modelId, ...textsOf(job.input)];
  return searchable(texts.join("\n").slice(0, MAX_CHARS));
}

function textsOf(value: JsonValue): string[] {
  if (typeof value === "string") return NOT_WORDS.test(value) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
