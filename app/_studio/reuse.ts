"use client";
import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Composition } from "@/components/composer/composition";
import type { CompositionStore, ReplaceReason } from "@/components/composer/composition-store";
import { compositionOf } from "@/components/composer/start-composition";
import type { WireModel } from "@/lib/api/contract";
import type { JsonObject } from "@/lib/json";

type Handed = { modelId: string; reason: ReplaceReason } & ({ input: JsonObject } | { composition: Composition });

/** Settings on their way to the composer, from a take, a pasted request or another model's form, which may be on another page. */
const handed = createStore<{ waiting: Handed | undefined }>()(() => ({ waiting: undefined }));

export function handOver(settings: Handed) {
  handed.setState({ waiting: settings });
}

/** Takes over settings that wait for this model; the form as it was stays one "Undo" away. */
export function useHandedOver(model: WireModel, store: CompositionStore) {
  const waiting = useStore(handed, (state) => state.waiting);
  useEffect(() => {
    if (waiting?.modelId !== model.id) return;
    handed.setState({ waiting: undefined });
    const composition = "input" in waiting ? compositionOf(model.fields, waiting.input) : waiting.composition;
    store.getState().replace(composition, waiting.reason);
  }, [waiting, model, store]);
}
