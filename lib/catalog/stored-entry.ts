import { MAX_MODEL_CHARACTERS } from "@/lib/import/found-model";
import { oneLine } from "@/lib/import/one-line";
import { isSkipped, readEntry } from "@/lib/import/read-entry";
import { isJsonObject, type JsonValue } from "@/lib/json";
import type { SkippedListing, StoredEntry } from "./ports";

const MAX_NAME = 120;
const MAX_SUMMARY = 300;
const MAX_WORD = 60;
const MAX_CATEGORIES = 20;

/** An entry of the service's list as it is kept; `at` counts from 1 and names one without an id. What is far too long is left out. */
export function storedEntry(entry: JsonValue, at: number): StoredEntry | SkippedListing {
  const found = readEntry(entry, at);
  if (isSkipped(found)) return { ...found, entry: oneLine(found.entry, MAX_NAME) };
  const { modelId: id = "", name = id, summary = "", price } = found;
  const source = JSON.stringify(entry);
  if (source.length > MAX_MODEL_CHARACTERS) return { entry: oneLine(id, MAX_NAME), reason: "tooLong" };
  const raw = isJsonObject(entry) ? entry : {};
  const categories = [raw.categories, raw.category].flat().filter((one): one is string => typeof one === "string");
  return {
    id,
    name: oneLine(name, MAX_NAME),
    summary: oneLine(summary, MAX_SUMMARY),
    kind: typeof raw.kind === "string" ? oneLine(raw.kind, MAX_WORD) : "",
    categories: categories.slice(0, MAX_CATEGORIES).map((one) => oneLine(one, MAX_WORD)),
    ...(price && { price }),
    source,
  };
}

export function isListed(reading: StoredEntry | SkippedListing): reading is StoredEntry {
  return "source" in reading;
}
