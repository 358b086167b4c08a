import type { JsonObject, JsonValue } from "@/lib/json";
import type { Model } from "@/lib/models/model";

/** Seen in the service's clients, undocumented: no more than 100 entries at once. */
const MAX_LIMIT = 100;

/** A page of the catalog, as a client of the service reads it; `total` counts what the search and filters leave. */
export function catalogView(models: readonly Model[], query: URLSearchParams, base: string): JsonObject {
  const found = models.filter((model) => matches(model, query));
  const offset = wholeNumber(query.get("offset"), 0);
  const limit = Math.min(wholeNumber(query.get("limit"), MAX_LIMIT), MAX_LIMIT);
  const viewOf = query.get("include_schema") === "true" ? modelView : summaryOf;
  const page = found.slice(offset, offset + limit);
  return { models: page.map((model) => viewOf(model, base)), total: found.length };
}

export function modelView(model: Model, base: string): JsonObject {
  const required: JsonValue = model.inputSchema.required ?? [];
  return { ...summaryOf(model, base), input_schema: model.inputSchema, required_inputs: required };
}

export function categoriesView(models: readonly Model[]): JsonObject {
  return { categories: [...new Set(models.flatMap(categoriesOf))].sort() };
}

/** Nothing is charged here, whatever the service takes for the same model. */
function summaryOf(model: Model, base: string): JsonObject {
  return {
    model_id: model.id,
    display_name: model.name.en,
    categories: categoriesOf(model),
    kind: model.output,
    base_price_usd: 0,
    price_unit: "output",
    description: model.summary.en,
    model_url: `${base}/v1/models/${model.id.split("/").map(encodeURIComponent).join("/")}`,
  };
}

/** What a model is for stands at the end of its id, as in `maker/model/image-to-video`. */
function categoriesOf(model: Model): string[] {
  return [model.id.split("/").at(-1) ?? model.id];
}

function matches(model: Model, query: URLSearchParams): boolean {
  const category = query.get("category");
  if (category && !categoriesOf(model).includes(category)) return false;
  const kind = query.get("kind");
  if (kind && kind !== model.output) return false;
  const text = [model.id, model.name.en, model.summary.en].join("\n").toLowerCase();
  return text.includes((query.get("search") ?? "").trim().toLowerCase());
}

function wholeNumber(text: string | null, fallback: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : fallback;
}
