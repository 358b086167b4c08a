"use client";
import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { CompositionStore } from "@/components/composer/composition-store";
import { compositionOf } from "@/components/composer/start-composition";
import type { WireModel } from "@/lib/api/contract";
import type { JsonObject } from "@/lib/json";

type Handed = { modelId: string; input: JsonObject };

/** Settings on their way from a take to the composer, which may be another model's, on another page. */
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
    store.getState().replace(compositionOf(model.fields, waiting.input), "reused");
  }, [waiting, model, store]);
}
