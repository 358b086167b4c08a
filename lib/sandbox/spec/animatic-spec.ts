import type { JsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";
import type { AnimaticSpec } from "@/lib/sandbox/animatic";
import { withoutScenarios } from "@/lib/sandbox/scenarios";
import type { Field } from "@/lib/schema/field";
import { planFrame } from "@/lib/schema/frame";
import { mediaRefs } from "@/lib/schema/values";
import { hasWatermark, promptOf } from "./composition";
import type { ReferenceSources } from "./reference-sources";
import { type LoadedReference, loadReferences } from "./references";

export type Composition = { model: Model; fields: readonly Field[]; input: JsonObject; seed: number };

/** What to draw for a composition. The frame follows the first picture where the schema has no ratio of its own. */
export async function animaticSpec(
  { model, fields, input, seed }: Composition,
  sources: ReferenceSources,
  signal: AbortSignal,
): Promise<AnimaticSpec> {
  const refs = mediaRefs(fields, input);
  const loaded = await loadReferences(refs, { samples: model.samples ?? {}, sources, signal });
  signal.throwIfAborted();
  return {
    ...planFrame(fields, input, firstImageSize(loaded)),
    modelId: model.id,
    seed,
    prompt: withoutScenarios(promptOf(fields, input)),
    watermark: hasWatermark(fields, input),
    references: loaded.map(({ reference }) => reference),
  };
}

function firstImageSize(loaded: readonly LoadedReference[]): { width: number; height: number } | undefined {
  return loaded.find(({ ref, size }) => ref.media === "image" && size !== undefined)?.size;
}
