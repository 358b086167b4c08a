"use client";
import { type RefObject, useEffect, useEffectEvent } from "react";
import type { TagSeries } from "@/lib/prompt/mentions";
import type { ChipLayer } from "./chip-layer";
import type { PromptReference } from "./prompt-references";
import type { PromptText } from "./prompt-text";

/** From this length on, the chips of a text follow a frame later, so that what was typed is never kept waiting for them. */
const LONG = 1_500;

type Parts = {
  /** Filled once the chips are there. */
  chips: RefObject<ChipLayer | undefined>;
  area: RefObject<HTMLTextAreaElement | null>;
  layer: RefObject<HTMLElement | null>;
  warning: RefObject<SVGSVGElement | null>;
};

/** Keeps the chips on their mentions while the text, the selection, the references and the width change. `onReady`: they are there. */
export function useChips(
  { chips, area, layer, warning }: Parts,
  text: PromptText,
  series: readonly TagSeries[],
  references: readonly PromptReference[],
  onReady: () => void,
): void {
  const start = useEffectEvent((made: ChipLayer) => {
    chips.current = made;
    made.setSeries(series);
    made.setReferences(references);
    made.setText(text.read());
    if (document.activeElement === area.current) onReady();
  });

  useEffect(() => {
    const editor = area.current;
    const host = layer.current;
    const mark = warning.current?.cloneNode(true);
    if (!editor || !host || !mark || series.length === 0) return;
    let stop: (() => void) | undefined;
    let isOver = false;
    const begin = async () => {
      // Loaded where a model has names for its references.
      const { ChipLayer } = await import("./chip-layer");
      if (isOver) return;
      const made = new ChipLayer(host, mark);
      start(made);
      stop = follow(made, { editor, host, text });
    };
    void begin();
    return () => {
      isOver = true;
      stop?.();
      chips.current = undefined;
    };
  }, [chips, area, layer, warning, text, series]);

  useEffect(() => chips.current?.setReferences(references), [chips, references]);
}

/** Moves the chips with the text and the selection, until the function that is given is called. */
function follow(
  made: ChipLayer,
  { editor, host, text }: { editor: HTMLTextAreaElement; host: HTMLElement; text: PromptText },
): () => void {
  let frame = 0;
  let later: ReturnType<typeof setTimeout> | undefined;
  const showText = () => {
    cancelAnimationFrame(frame);
    clearTimeout(later);
    const show = () => made.setText(text.read());
    frame = requestAnimationFrame(() => {
      if (text.read().length < LONG) show();
      else later = setTimeout(show);
    });
  };
  const showSelection = () =>
    made.setSelection(
      document.activeElement === editor ? { start: editor.selectionStart, end: editor.selectionEnd } : undefined,
    );
  const unsubscribe = text.subscribe(showText);
  const place = () => made.placeAll();
  const widths = new ResizeObserver(place);
  widths.observe(host);
  document.fonts?.addEventListener("loadingdone", place);
  document.addEventListener("selectionchange", showSelection);
  editor.addEventListener("focus", showSelection);
  editor.addEventListener("blur", showSelection);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(later);
    unsubscribe();
    widths.disconnect();
    document.fonts?.removeEventListener("loadingdone", place);
    document.removeEventListener("selectionchange", showSelection);
    editor.removeEventListener("focus", showSelection);
    editor.removeEventListener("blur", showSelection);
    host.replaceChildren();
  };
}
