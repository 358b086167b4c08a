import type { JsonObject, JsonValue } from "@/lib/json";
import { ASSET_PREFIX } from "./asset";

/** A whole value that names an asset; a text that merely begins like one is a text. */
const REFERENCE = new RegExp(`^${ASSET_PREFIX}([A-Za-z0-9_-]{1,128})$`);

/** One place in an input that names an asset. `field` is a path such as `image_urls.0`. */
export type AssetReference = { field: string; assetId: string };

/** Every place in an input that names an asset, however deep, in the order of the input. */
export function assetReferences(input: JsonObject): AssetReference[] {
  const found: AssetReference[] = [];
  mapStrings(input, "", (text, field) => {
    const assetId = REFERENCE.exec(text)?.[1];
    if (assetId !== undefined) found.push({ field, assetId });
    return text;
  });
  return found;
}

/** The input with every name of an asset replaced by what `addresses` has for it; everything else as it is. */
export function replaceAssets(input: JsonObject, addresses: ReadonlyMap<string, string>): JsonObject {
  return mapMembers(input, "", (text) => addresses.get(REFERENCE.exec(text)?.[1] ?? "") ?? text);
}

type Change = (text: string, field: string) => string;

function mapStrings(value: JsonValue, field: string, change: Change): JsonValue {
  if (typeof value === "string") return change(value, field);
  if (Array.isArray(value)) return value.map((item, index) => mapStrings(item, join(field, index), change));
  return typeof value === "object" && value !== null ? mapMembers(value, field, change) : value;
}

function mapMembers(object: JsonObject, field: string, change: Change): JsonObject {
  const entries = Object.entries(object);
  return Object.fromEntries(entries.map(([key, value]) => [key, mapStrings(value, join(field, key), change)]));
}

function join(field: string, key: string | number): string {
  return field === "" ? String(key) : `${field}.${key}`;
}
