"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { useCompositionStore } from "../composition-context";
import { ModelButton } from "../model-button";
import { type Arrival, useSwitchModel } from "./use-switch-model";

const SwitchDialog = dynamic(() => import("./switch-dialog").then((module) => module.SwitchDialog), { ssr: false });

/** The model, and the way to another one that keeps what fits. */
export function SwitchModel(props: {
  model: WireModel;
  models: readonly WireModelSummary[];
  onArrive: (arrival: Arrival) => void;
}) {
  const store = useCompositionStore();
  const { state, choose, arrive, stay } = useSwitchModel(props.model, store, props.onArrive);
  const t = useTranslations("switching");
  return (
    <>
      <ModelButton model={props.model} models={props.models} onChoose={(id) => void choose(id)} />
      {state.kind === "asking" ? (
        <SwitchDialog
          modelName={state.model.name}
          carried={state.carried}
          onSwitch={() => arrive(state)}
          onClose={stay}
        />
      ) : null}
      <div role="status" className="text-quiet text-sm empty:hidden">
        {state.kind === "loading" ? t("loading") : null}
      </div>
      {state.kind === "failed" ? (
        <div role="alert" className="flex items-center justify-between gap-2 text-failed text-sm">
          {t("failed")}
          <Button onClick={() => void choose(state.modelId)}>{t("retry")}</Button>
        </div>
      ) : null}
    </>
  );
}
