import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import { isModelId } from "@/lib/request/model-address";
import { CORRECTED_KINDS } from "@/lib/schema/corrected-kind";
import type { FoundModel, SkippedEntry } from "./found-model";
import { schemaOf } from "./schema-shape";

const MAX_ID_CHARACTERS = 512;
/** What no address can hold, and segments that would make it another one. */
const NO_ADDRESS = /[\\\p{Cc}\p{Surrogate}]|(^|\/)\.{1,2}(\/|$)/u;
const ID_KEYS = ["model_id", "modelId", "id", "model"];
const EXAMPLE_KEYS = ["example_request", "example", "sample_request"];
const OUTPUTS = ["video", "image", "audio"] as const;
const LIST_KEYS = ["models", "data", "items"];

/** The entries of a catalogue's answer, of an export of ours or of a bare list; undefined for anything else. */
export function entriesOf(value: JsonValue): JsonValue[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return undefined;
  for (const key of LIST_KEYS) {
    const list = Object.hasOwn(value, key) ? value[key] : undefined;
    if (Array.isArray(list)) return list;
  }
  return undefined;
}

/** The service's ids may hold capitals, dots and spaces. */
export function isUsableId(id: string): boolean {
  return isModelId(id) && id.length <= MAX_ID_CHARACTERS && !NO_ADDRESS.test(id);
}

/** One model of a list or a file; `at` counts from 1 and names an entry that has no id. */
export function readEntry(entry: JsonValue, at: number): FoundModel | SkippedEntry {
  if (!isJsonObject(entry)) return { entry: String(at), reason: "noSchema" };
  const modelId = firstText(entry, ID_KEYS, isUsableId);
  if (modelId === undefined) return { entry: String(at), reason: "noModelId" };
  const inputSchema = schemaOf(entry);
  if (!inputSchema) return { entry: modelId, reason: "noSchema" };
  const name = firstText(entry, ["display_name", "name", "title"]);
  const summary = firstText(entry, ["description", "summary"]);
  const price = readPrice(entry);
  const kind = OUTPUTS.find((one) => one === entry.kind);
  return {
    modelId,
    inputSchema,
    example: exampleOf(entry),
    derived: entry.derived === true,
    ...(name !== undefined && { name, ...(entry.named === true && { named: true }) }),
    ...(summary !== undefined && { summary }),
    ...(kind && { kind }),
    ...(price && { price }),
    ...kindsOf(entry.kinds),
  };
}

export function isSkipped(reading: FoundModel | SkippedEntry): reading is SkippedEntry {
  return "entry" in reading;
}

function exampleOf(entry: JsonObject): JsonObject {
  for (const key of EXAMPLE_KEYS) {
    const example = Object.hasOwn(entry, key) ? entry[key] : undefined;
    if (isJsonObject(example)) return example;
  }
  return {};
}

function kindsOf(kinds: JsonValue | undefined): Pick<FoundModel, "kinds"> {
  if (!isJsonObject(kinds)) return {};
  const known = Object.entries(kinds).flatMap(([key, said]) => {
    const kind = CORRECTED_KINDS.find((one) => one === said);
    return kind ? [[key, kind] as const] : [];
  });
  return { kinds: Object.fromEntries(known) };
}

/** A text, or the English one of a text in several languages. */
function firstText(entry: JsonObject, keys: readonly string[], fits = (text: string) => text.trim() !== "") {
  for (const key of keys) {
    const value = Object.hasOwn(entry, key) ? entry[key] : undefined;
    const text = isJsonObject(value) ? value.en : value;
    if (typeof text === "string" && fits(text)) return text;
  }
  return undefined;
}

/** In US dollars, as the service's list says it; a unit that is not known makes no price. */
function readPrice(entry: JsonObject): FoundModel["price"] {
  const { price, base_price_usd: base, price_unit: unit } = entry;
  const { usd, unit: ownUnit } = isJsonObject(price) ? price : { usd: base, unit };
  const per = ownUnit === "image" ? "output" : ownUnit;
  if (typeof usd !== "number" || !(usd >= 0) || (per !== "second" && per !== "output")) return undefined;
  const asOfMs = isJsonObject(price) ? price.asOfMs : undefined;
  return { usd, unit: per, ...(typeof asOfMs === "number" && { asOfMs }) };
}
