import { createHash } from "node:crypto";
import { canonical } from "@/lib/canonical";
import type { JsonObject } from "@/lib/json";

/** SHA-256 of what would be sent, the same whatever the order of the keys: tells a repeated request from a different one. */
export function payloadHashOf(payload: JsonObject): string {
  return createHash("sha256").update(canonical(payload)).digest("hex");
}
