"use client";
import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Composition, MediaItem } from "@/components/composer/composition";
import type { CompositionStore, ReplaceReason } from "@/components/composer/composition-store";
import { compositionOf } from "@/components/composer/start-composition";
import { modelPath } from "@/lib/api/client";
import type { WireJob, WireModel } from "@/lib/api/contract";
import type { JsonObject } from "@/lib/json";
import { putInSlot } from "./put-in-slot";

/** `from`: the take that the input is of. */
type Settings = { reason: ReplaceReason } & (
  | { input: JsonObject; from?: string | undefined }
  | { composition: Composition }
);
/** One more file for the form as it is. */
type Addition = { slotId: string; item: MediaItem };
/** `leftModelId`: the model whose form is left for this one. */
type Handed = { modelId: string; leftModelId?: string | undefined } & (Settings | Addition);

/** What is on its way to the composer, from a take, a pasted request or another model's form, which may be on another page. */
const handed = createStore<{ waiting: Handed | undefined }>()(() => ({ waiting: undefined }));

/** Where a take is reused: beside the take itself where a value of it was refused, which is told there. */
export function reusePath({ id, modelId, error }: WireJob): string {
  return `/models/${modelPath(modelId)}${error?.field === undefined ? "" : `?take=${id}`}`;
}

export function handOver(settings: Handed) {
  handed.setState({ waiting: settings });
}

/** Takes over what waits for this model; the form as it was stays one "Undo" away. */
export function useHandedOver(model: WireModel, store: CompositionStore) {
  const waiting = useStore(handed, (state) => state.waiting);
  useEffect(() => {
    if (waiting?.modelId !== model.id) return;
    handed.setState({ waiting: undefined });
    if ("item" in waiting) {
      putInSlot(store, waiting.slotId, waiting.item);
      return;
    }
    const composition =
      "input" in waiting ? { ...compositionOf(model.fields, waiting.input), from: waiting.from } : waiting.composition;
    store.getState().replace(composition, waiting.reason, waiting.leftModelId);
  }, [waiting, model, store]);
}
