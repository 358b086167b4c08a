import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";

const MAX_DEPTH = 4;

/** A schema under which an example is valid: nothing is required, nothing is bounded, and other members are not known. */
export function deriveSchema(example: JsonObject): JsonObject {
  return describe(example, 0);
}

function describe(value: JsonValue, depth: number): JsonObject {
  if (typeof value === "string" || typeof value === "boolean") return { type: typeof value };
  if (typeof value === "number") return { type: Number.isInteger(value) ? "integer" : "number" };
  if (Array.isArray(value)) {
    const [first] = value;
    return first === undefined || depth >= MAX_DEPTH
      ? { type: "array" }
      : { type: "array", items: describe(first, depth + 1) };
  }
  if (!isJsonObject(value) || depth >= MAX_DEPTH) return {};
  const members = Object.entries(value).map(([key, member]) => [key, describe(member, depth + 1)]);
  return { type: "object", properties: Object.fromEntries(members) };
}
