"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { useCompositionStore } from "../composition-context";
import type { Arrival } from "../switch/use-switch-model";
import type { PastedRequest } from "./examine-paste";

const TEXT_CONTROL = "input, textarea, select, [contenteditable]";
/** A text that is nothing but a request: only then is a paste into a text worth a question. */
const IS_WHOLLY_A_REQUEST = /^\s*(?:curl\b[\s\S]*|\{[\s\S]*\}\s*)$/;

/** Where a request was found that was not pasted: in a file, of the take `from` where it says so. */
type Opened = { from?: string | undefined };
export type RequestPaste = {
  /** The text that the dialog is open with. */
  asking: string | undefined;
  ask: (text: string | undefined, opened?: Opened) => void;
  /** A request that was pasted into a text, where it also stays. */
  offer: PastedRequest | undefined;
  decline: () => void;
  rebuild: (request: PastedRequest, opened?: Opened) => void;
  /** Rebuilds at once where nothing is lost, asks otherwise. */
  take: (text: string) => void;
};

/** Requests that are pasted or dropped on a form. Text that goes into a text control always goes there. */
export function useRequestPaste(
  form: RefObject<HTMLElement | null>,
  model: WireModel,
  models: readonly WireModelSummary[],
  onArrive: (arrival: Arrival) => void,
): RequestPaste {
  const store = useCompositionStore();
  const t = useTranslations("openFile");
  const [asking, setAsking] = useState<{ text: string; opened: Opened | undefined } | undefined>();
  const [offer, setOffer] = useState<PastedRequest | undefined>();

  const ask = useCallback(
    (text: string | undefined, opened?: Opened) => setAsking(text === undefined ? undefined : { text, opened }),
    [],
  );
  const rebuild = useCallback(
    async ({ model: target, input }: PastedRequest, opened?: Opened) => {
      setOffer(undefined);
      const { composeRequest } = await import("../drop/compose-request");
      const composition = { ...(await composeRequest(target.fields, input, t("missing"))), from: opened?.from };
      const reason = opened ? "opened" : "pasted";
      if (target.id === model.id) store.getState().replace(composition, reason);
      else onArrive({ modelId: target.id, composition, reason, leftModelId: model.id });
    },
    [model.id, store, onArrive, t],
  );
  const take = useCallback(
    async (text: string) => {
      const { examinePaste } = await import("./examine-paste");
      const found = await examinePaste(text, model, models);
      if (found.kind === "refused" && found.reason === "noRequest") return;
      if (found.kind === "request" && found.unknown.length === 0) await rebuild(found);
      else ask(text);
    },
    [model, models, rebuild, ask],
  );
  const consider = useCallback(
    async (text: string) => {
      const { examinePaste } = await import("./examine-paste");
      const found = await examinePaste(text, model, models);
      setOffer(found.kind === "request" && found.fits && found.unknown.length === 0 ? found : undefined);
    },
    [model, models],
  );

  const latest = useRef({ take, consider });
  useEffect(() => {
    latest.current = { take, consider };
  }, [take, consider]);
  useEffect(() => listen(form.current, latest), [form]);
  return {
    asking: asking?.text,
    ask,
    offer,
    decline: () => setOffer(undefined),
    rebuild: (request, opened = asking?.opened) => void rebuild(request, opened),
    take: (text) => void take(text),
  };
}

type Takers = RefObject<Record<"take" | "consider", (text: string) => void>>;

function listen(form: HTMLElement | null, takers: Takers): (() => void) | undefined {
  if (!form) return undefined;
  const onPaste = (event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    const text = clipboardData?.getData("text/plain") ?? "";
    // With nothing focused the page itself is pasted to.
    const isHere = target === document.body || (target instanceof Node && form.contains(target));
    if (!isHere || event.defaultPrevented || !text.includes("{") || isIn(target, "dialog, .cm-editor")) return;
    if (!isIn(target, TEXT_CONTROL)) takers.current.take(text);
    else if (isIn(target, "[data-prompt]") && IS_WHOLLY_A_REQUEST.test(text)) takers.current.consider(text);
  };
  const onDragOver = (event: DragEvent) => {
    const types = event.dataTransfer?.types ?? [];
    if (types.includes("text/plain") && !types.includes("Files") && !isIn(event.target, TEXT_CONTROL)) {
      event.preventDefault();
    }
  };
  const onDrop = (event: DragEvent) => {
    const text = event.dataTransfer?.files.length === 0 ? event.dataTransfer.getData("text/plain") : "";
    if (event.defaultPrevented || !text.includes("{") || isIn(event.target, TEXT_CONTROL)) return;
    event.preventDefault();
    takers.current.take(text);
  };
  document.addEventListener("paste", onPaste);
  form.addEventListener("dragover", onDragOver);
  form.addEventListener("drop", onDrop);
  return () => {
    document.removeEventListener("paste", onPaste);
    form.removeEventListener("dragover", onDragOver);
    form.removeEventListener("drop", onDrop);
  };
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
