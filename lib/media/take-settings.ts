import { isJsonObject, isNestedTooDeeply, type JsonObject, type JsonValue } from "@/lib/json";

/** What made a take, as its downloaded file carries it. */
export type TakeSettings = {
  /** The version of this form. */
  dailies: 1;
  modelId: string;
  input: JsonObject;
  jobId?: string;
  upstream?: string;
  createdAt?: string;
};

/** Stands where a file was written into the input itself: it would make another file as large again. */
export const LEFT_OUT = "dailies:left-out";
const MAX_EMBEDDED_CHARACTERS = 2_000;

/** An input without the files that are written out in it. */
export function withoutEmbeddedFiles(input: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, withoutFile(value)]));
}

function withoutFile(value: JsonValue): JsonValue {
  if (typeof value === "string") return isEmbeddedFile(value) ? LEFT_OUT : value;
  if (Array.isArray(value)) return value.map(withoutFile);
  return isJsonObject(value) ? withoutEmbeddedFiles(value) : value;
}

function isEmbeddedFile(text: string): boolean {
  return text.length > MAX_EMBEDDED_CHARACTERS && /^data:[\w.+-]+\//.test(text);
}

/** Undefined for any text that is not ours: a comment may hold anything. */
export function readTakeSettings(text: string): TakeSettings | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || value.dailies !== 1 || isNestedTooDeeply(value)) return undefined;
  const { modelId, input, jobId } = value;
  if (typeof modelId !== "string" || !isJsonObject(input)) return undefined;
  return { dailies: 1, modelId, input, ...(typeof jobId === "string" && { jobId }) };
}
