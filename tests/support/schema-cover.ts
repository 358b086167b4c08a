import { modelFields } from "@/lib/models/localize";
import type { Model } from "@/lib/models/model";
import type { Field } from "@/lib/schema/field";

/**
 * Few of these models that together have every sort of field that all of them have, taken greedily: filling the form of one is
 * slow, and the next one with the same sorts of fields proves nothing new.
 */
export function coveringModels(models: readonly Model[]): Model[] {
  const sorts = new Map(models.map((model) => [model, new Set(modelFields(model, "en").map(sortOf))]));
  const missing = new Set([...sorts.values()].flatMap((own) => [...own]));
  const chosen: Model[] = [];
  while (missing.size > 0) {
    const gain = (model: Model) => [...(sorts.get(model) ?? [])].filter((sort) => missing.has(sort)).length;
    const best = models.reduce((best, model) => (gain(model) > gain(best) ? model : best));
    for (const sort of sorts.get(best) ?? []) missing.delete(sort);
    chosen.push(best);
  }
  return chosen;
}

/** What decides which control a field gets, and what stands around it. */
function sortOf(field: Field): string {
  const traits = [
    "media" in field && field.media,
    "series" in field && field.series !== undefined && "series",
    "role" in field && field.role,
    field.required && "required",
    field.help !== undefined && "help",
  ];
  return [field.kind, ...traits.filter(Boolean)].join(" ");
}
