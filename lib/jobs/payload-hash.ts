import { createHash } from "node:crypto";
import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";

/** SHA-256 of what would be sent, the same whatever the order of the keys: tells a repeated request from a different one. */
export function payloadHashOf(payload: JsonObject): string {
  return createHash("sha256").update(canonical(payload)).digest("hex");
}

/** JSON with the keys of every object in order. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join()}}`;
}
