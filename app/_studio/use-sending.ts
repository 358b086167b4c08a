"use client";
import { useCallback } from "react";
import { flushSync } from "react-dom";
import type { CompositionStore } from "@/components/composer/composition-store";
import type { How, SendGroup, SendTake } from "@/components/composer/use-generate";
import { useSendGroup } from "@/components/jobs/use-send-group";
import { useSendTake } from "@/components/jobs/use-send-take";
import type { WireJob, WireModel } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";
import type { Chosen } from "./chosen-take";
import { firstImageSize } from "./first-image";
import type { Panel } from "./panel-tabs";
import { useRefusalWords } from "./use-refusal-words";

/**
 * What Generate and Preview do: the new takes are chosen and, on a phone, watched; the form comes back where nothing was sent, and
 * where the service refuses a value at once.
 */
export function useSending(options: {
  model: WireModel;
  store: CompositionStore;
  mode: UpstreamName;
  chosen: Chosen;
  setPanel: (panel: Panel) => void;
}): { send: SendTake; sendGroup: SendGroup } {
  const { model, store, mode, chosen, setPanel } = options;
  const sendTake = useSendTake(chosen.bringTake);
  const sendTakes = useSendGroup(chosen.bringGroup);
  const words = useRefusalWords();
  const common = useCallback(
    ({ preview }: How) => {
      const { from } = store.getState();
      const firstImage = firstImageSize(store.getState());
      return {
        model,
        upstream: preview ? ("sandbox" as const) : mode,
        ...(from ? { parents: [{ jobId: from, how: "settings" as const }] } : {}),
        ...(firstImage ? { firstImage } : {}),
      };
    },
    [model, mode, store],
  );
  const watched = useCallback(
    <T>(sent: Promise<T>): Promise<T> => {
      setPanel("watch");
      return sent.catch((error) => {
        setPanel("compose");
        throw error;
      });
    },
    [setPanel],
  );
  const showRefused = useCallback(
    async ({ error }: WireJob) => {
      if (error?.field === undefined) return;
      const { showRefusal } = await import("@/components/composer/show-refusal");
      // What is hidden takes no focus.
      const onShown = () => flushSync(() => setPanel("compose"));
      showRefusal(store, error, { words: words(error), focus: true, onShown });
    },
    [store, setPanel, words],
  );
  const send: SendTake = useCallback(
    async (input, clientRequestId, how) => {
      const { values, media } = store.getState();
      const job = await watched(sendTake({ ...common(how), input, clientRequestId }));
      const isSame = store.getState().values === values && store.getState().media === media;
      if (isSame) await showRefused(job);
    },
    [watched, sendTake, common, store, showRefused],
  );
  const sendGroup: SendGroup = useCallback(
    (takes, clientRequestId, how) => watched(sendTakes({ ...common(how), takes, clientRequestId })),
    [watched, sendTakes, common],
  );
  return { send, sendGroup };
}
