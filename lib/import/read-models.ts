import { isJsonObject, isNestedTooDeeply, type JsonObject, type JsonValue } from "@/lib/json";
import { decodeEntities, isEncodedPage } from "@/lib/request/entities";
import { type Found, findObjects } from "@/lib/request/find-objects";
import { findAddresses } from "@/lib/request/model-address";
import { readRequest } from "@/lib/request/read-request";
import { deriveSchema } from "./derive-schema";
import type { FoundModel, ModelReading, RefusalCode } from "./found-model";
import { entriesOf, isSkipped, isUsableId, readEntry } from "./read-entry";
import { isOutputSchema, isSchema, schemaOf } from "./schema-shape";

/** A list of 500 models with their schemas is 1 to 2 MB. */
const MAX_CHARACTERS = 20_000_000;
const MAX_PAGE_CHARACTERS = 1_000_000;

/**
 * The models that a text tells of: the page of a model's API in any language and layout, a schema, a command, a catalogue's answer,
 * or a file of ours. Found by structure: braces that balance, the id in the service's address, what looks like a schema. A text that is
 * cut is refused whole, so that half a model is never taken for one.
 */
export function readModels(text: string): ModelReading {
  if (text.length > MAX_CHARACTERS) return refused("tooLong", { max: MAX_CHARACTERS });
  const whole = parsed(text);
  if (whole !== undefined) return readJson(whole);
  if (text.length > MAX_PAGE_CHARACTERS) return refused("tooLong", { max: MAX_PAGE_CHARACTERS });
  return readPage(isEncodedPage(text) ? decodeEntities(text) : text);
}

function refused(reason: RefusalCode, params: Record<string, string | number> = {}): ModelReading {
  return { kind: "refused", reason, params };
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text.replace(/^\ufeff/, ""));
    return isNestedTooDeeply(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function readJson(value: JsonValue): ModelReading {
  if (isJsonObject(value)) {
    if (isOutputSchema(value)) return refused("outputSchema");
    if (isSchema(value)) return found({ inputSchema: value, example: {}, derived: false });
    if (schemaOf(value)) {
      const reading = readEntry(value, 1);
      return isSkipped(reading) ? refused(reading.reason) : found(reading);
    }
  }
  const entries = entriesOf(value);
  if (!entries) return refused(isJsonObject(value) && Object.keys(value).length > 0 ? "noSchema" : "nothing");
  const readings = entries.map((entry, index) => readEntry(entry, index + 1));
  const models = readings.filter((reading): reading is FoundModel => !isSkipped(reading));
  const skipped = readings.filter(isSkipped);
  return models.length > 0 ? { kind: "models", models, skipped } : refused(entries.length > 0 ? "noSchema" : "nothing");
}

function found(model: FoundModel): ModelReading {
  return { kind: "models", models: [model], skipped: [] };
}

function readPage(text: string): ModelReading {
  const objects = findObjects(text);
  const cut = objects.find((object) => object.kind === "cut");
  if (cut) return refused("cut", { missing: cut.missing });
  const schemas = distinct(objects.flatMap(schemasIn));
  const ids = [...new Set(findAddresses(text).flatMap(({ modelId }) => modelId ?? []))].filter(isUsableId);
  const [inputSchema] = schemas;
  if (schemas.length > 1 || ids.length > 1) return refused("severalModels");
  if (!inputSchema) return readWithoutSchema(text, objects, ids[0]);
  const [modelId] = ids;
  if (modelId === undefined) return refused("noModelId");
  return found({ modelId, inputSchema, example: exampleIn(text, modelId) ?? {}, derived: false });
}

function schemasIn(object: Found): JsonObject[] {
  if (object.kind !== "data" || isOutputSchema(object.value)) return [];
  if (isSchema(object.value)) return [object.value];
  const inside = schemaOf(object.value);
  return inside ? [inside] : [];
}

function distinct(schemas: readonly JsonObject[]): JsonObject[] {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}

function exampleIn(text: string, modelId: string): JsonObject | undefined {
  const request = readRequest(text);
  return request.kind === "request" && request.modelId === modelId ? request.input : undefined;
}

/** A command by itself tells which fields there are at least; a page without its schema was not copied to its end. */
function readWithoutSchema(text: string, objects: readonly Found[], modelId: string | undefined): ModelReading {
  const broken = objects.find((object) => object.kind === "broken");
  if (broken) return refused("notJson", { line: text.slice(0, broken.start).split("\n").length });
  if (modelId === undefined) return refused(objects.length > 0 ? "noSchema" : "nothing");
  const example = isCommand(text) ? exampleIn(text, modelId) : undefined;
  if (!example) return refused("noSchema");
  return found({ modelId, inputSchema: deriveSchema(example), example, derived: true });
}

/** One command of a shell and nothing behind it: its body's quotation ends, and what follows is on the same line. */
function isCommand(text: string): boolean {
  const command = text.trim();
  const [body, ...more] = findObjects(command);
  if (!/^[$>%]?\s*curl(\.exe)?\s/i.test(command) || body?.kind !== "data" || more.length > 0) return false;
  const [quote = ""] = /['"]?$/.exec(command.slice(0, body.start)) ?? [];
  const rest = command
    .slice(body.end)
    .trimStart()
    .replace(/^[\\^]/, "");
  return rest.startsWith(quote) && !/\n/.test(rest.replace(/[\\^`][ \t]*\r?\n/g, ""));
}
