import type { WireModel } from "@/lib/api/contract";
import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { initialValues } from "@/lib/schema/values";
import { assetIdOf } from "@/lib/storage/asset";
import { type Composition, fromInput, type MediaItem, nameOfRef } from "./composition";
import { type CompositionStore, createCompositionStore } from "./composition-store";

/** Only what the service would assume anyway: samples are shown, never filled in. */
export function defaultComposition(fields: readonly Field[]): Composition {
  return { values: initialValues(fields), media: {} };
}

/** A job's or an example's input in this form, over the defaults. */
export function compositionOf(fields: readonly Field[], input: JsonObject): Composition {
  const given = fromInput(fields, input, describeRef);
  return { values: { ...defaultComposition(fields).values, ...given.values }, media: given.media };
}

/** What the form knows about a file from its name alone. */
export function describeRef(ref: string): Partial<MediaItem> {
  const id = assetIdOf(ref);
  return id === undefined ? {} : { previewUrl: `/api/assets/${id}`, name: nameOfRef(ref).replace(/^sample-/, "") };
}

export function startStore(model: WireModel): CompositionStore {
  return createCompositionStore(model.fields, defaultComposition(model.fields));
}
