"use client";
import { useCallback, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/api/client";
import type { WireModel } from "@/lib/api/contract";
import type { Composition } from "../composition";
import type { CompositionStore, ReplaceReason } from "../composition-store";
import { withoutUploads } from "../draft";
import type { CarryOver } from "./carry-over";
import { recallLeft, rememberLeft } from "./trail";

/** `leftModelId`: the model whose form is left with nothing taken along. */
export type Arrival = { modelId: string; composition: Composition; reason: ReplaceReason; leftModelId?: string };
export type Pending = { model: WireModel; carried: CarryOver };
export type Switching =
  | { kind: "idle" }
  | { kind: "loading" }
  | { kind: "failed"; modelId: string }
  | ({ kind: "asking" } & Pending);

/** Another model with what fits of this form. Asks first where something would be left behind; `onArrive` goes there. */
export function useSwitchModel(model: WireModel, store: CompositionStore, onArrive: (arrival: Arrival) => void) {
  const t = useTranslations("media");
  const [state, setState] = useState<Switching>({ kind: "idle" });
  const latest = useRef<string | undefined>(undefined);

  const go = useCallback(
    (arrival: Arrival) => {
      const { values, media, from } = store.getState();
      const left = { fields: model.fields, composition: { values, media, from }, carried: arrival.composition };
      rememberLeft(model.id, arrival.modelId, left);
      setState({ kind: "idle" });
      // An upload belongs to the form that began it.
      const composition = withoutUploads(arrival.composition, (name) => t("cutOff", { name }));
      onArrive({ ...arrival, composition });
    },
    [model, store, onArrive, t],
  );
  const arrive = useCallback(
    ({ model: next, carried }: Pending) =>
      go({ modelId: next.id, composition: carried.composition, reason: "carried" }),
    [go],
  );

  const choose = useCallback(
    async (modelId: string) => {
      if (modelId === model.id) return;
      latest.current = modelId;
      setState({ kind: "loading" });
      try {
        // Needed by those who switch only.
        const [{ carryOver }, { comeBack }] = await Promise.all([import("./carry-over"), import("./way-back")]);
        const left = recallLeft(model.id, modelId);
        if (left) return go({ modelId, composition: comeBack(left, store.getState()), reason: "restored" });
        const { model: next } = await api.readModel(modelId);
        if (latest.current !== modelId) return;
        const carried = carryOver(store.getState(), next.fields);
        const isLossless = carried.left.length === 0 && carried.leftFiles.length === 0;
        if (isLossless) arrive({ model: next, carried });
        else setState({ kind: "asking", model: next, carried });
      } catch {
        if (latest.current === modelId) setState({ kind: "failed", modelId });
      }
    },
    [model.id, store, go, arrive],
  );

  const stay = useCallback(() => {
    latest.current = undefined;
    setState({ kind: "idle" });
  }, []);
  return { state, choose, arrive, stay };
}
