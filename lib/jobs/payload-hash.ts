import { createHash } from "node:crypto";
import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import type { UpstreamName } from "./job";

/** SHA-256 of what would be sent, the same whatever the order of the keys: tells a repeated request from a different one. */
export function payloadHashOf(payload: { modelId: string; upstream: UpstreamName; input: JsonObject }): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(payload)))
    .digest("hex");
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort();
  // Pairs, because an object would put keys that are numbers first.
  return keys.map((key) => [key, sorted(value[key] ?? null)]);
}
