import { api } from "@/lib/api/client";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import type { JsonObject } from "@/lib/json";
import type { RequestReading } from "@/lib/request/read-request";

export type PasteFinding =
  | Extract<RequestReading, { kind: "refused" }>
  | { kind: "unknownModel"; modelId: string }
  /** The studio did not say what that model takes. */
  | { kind: "unread" }
  | PastedRequest;
/** `unknown`: keys that the model does not have, and the form would drop. */
export type PastedRequest = { kind: "request"; model: WireModel; input: JsonObject; unknown: string[]; fits: boolean };

/** What a pasted text would do to the composer. The reader is loaded when something is pasted. */
export async function examinePaste(
  text: string,
  model: WireModel,
  models: readonly WireModelSummary[],
): Promise<PasteFinding> {
  const { readRequest } = await import("@/lib/request/read-request");
  const reading = readRequest(text);
  if (reading.kind === "refused") return reading;
  const { modelId = model.id, input } = reading;
  if (modelId === model.id) return pastedRequest(model, input);
  if (!models.some(({ id }) => id === modelId)) return { kind: "unknownModel", modelId };
  try {
    return pastedRequest((await api.readModel(modelId)).model, input);
  } catch {
    return { kind: "unread" };
  }
}

function pastedRequest(model: WireModel, input: JsonObject): PastedRequest {
  const keys = Object.keys(input);
  const unknown = keys.filter((key) => !model.fields.some(({ name }) => name === key));
  return { kind: "request", model, input, unknown, fits: unknown.length < keys.length };
}
