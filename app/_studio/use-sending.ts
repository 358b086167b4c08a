"use client";
import { useCallback } from "react";
import type { CompositionStore } from "@/components/composer/composition-store";
import type { How, SendGroup, SendTake } from "@/components/composer/use-generate";
import { useSendGroup } from "@/components/jobs/use-send-group";
import { useSendTake } from "@/components/jobs/use-send-take";
import type { WireModel } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";
import type { Chosen } from "./chosen-take";
import { firstImageSize } from "./first-image";
import type { Panel } from "./panel-tabs";

/** What Generate and Preview do: the new takes are chosen and, on a phone, watched; the form comes back where nothing was sent. */
export function useSending(options: {
  model: WireModel;
  store: CompositionStore;
  mode: UpstreamName;
  chosen: Chosen;
  setPanel: (panel: Panel) => void;
}): { send: SendTake; sendGroup: SendGroup } {
  const { model, store, mode, chosen, setPanel } = options;
  const sendTake = useSendTake(chosen.chooseTake);
  const sendTakes = useSendGroup(chosen.chooseGroup);
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
    (sent: Promise<unknown>) => {
      setPanel("watch");
      return sent.catch((error) => {
        setPanel("compose");
        throw error;
      });
    },
    [setPanel],
  );
  const send: SendTake = useCallback(
    (input, clientRequestId, how) => watched(sendTake({ ...common(how), input, clientRequestId })),
    [watched, sendTake, common],
  );
  const sendGroup: SendGroup = useCallback(
    (takes, clientRequestId, how) => watched(sendTakes({ ...common(how), takes, clientRequestId })),
    [watched, sendTakes, common],
  );
  return { send, sendGroup };
}
