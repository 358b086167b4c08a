import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";

const SCHEMA_KEYS = ["input_schema", "inputSchema", "inputs_schema", "schema"];

/** A schema of an object with at least one described member; what merely holds one is none. */
export function isSchema(value: JsonValue | undefined): value is JsonObject {
  if (!isJsonObject(value) || (value.type !== undefined && value.type !== "object")) return false;
  const { properties } = value;
  const members = isJsonObject(properties) ? Object.values(properties) : [];
  return members.length > 0 && members.every(isJsonObject);
}

/** The schema of what a model answers, which stands behind that of its input: `{output: …}`, or with this one member described. */
export function isOutputSchema(value: JsonObject): boolean {
  if (isSchema(value.output)) return true;
  const { properties } = value;
  return isJsonObject(properties) && Object.keys(properties).join() === "output";
}

/** The schema inside of an entry of a list or a file, however the member is called. */
export function schemaOf(entry: JsonObject): JsonObject | undefined {
  for (const key of SCHEMA_KEYS) {
    const schema = Object.hasOwn(entry, key) ? entry[key] : undefined;
    if (isSchema(schema)) return schema;
  }
  return undefined;
}
