"use client";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type { TagSeries } from "@/lib/prompt/mentions";
import { ChipLayer } from "./chip-layer";
import type { PromptReference } from "./prompt-references";
import type { PromptText } from "./prompt-text";

/** From this length on, the chips of a text follow a frame later, so that what was typed is never kept waiting for them. */
const LONG = 1_500;

type Parts = {
  area: RefObject<HTMLTextAreaElement | null>;
  layer: RefObject<HTMLElement | null>;
  warning: RefObject<SVGSVGElement | null>;
};

/** Keeps the chips on their mentions while the text, the selection, the references and the width change. */
export function useChips(
  { area, layer, warning }: Parts,
  text: PromptText,
  series: readonly TagSeries[],
  references: readonly PromptReference[],
): RefObject<ChipLayer | undefined> {
  const chips = useRef<ChipLayer>(undefined);
  const start = useEffectEvent((made: ChipLayer) => {
    made.setSeries(series);
    made.setReferences(references);
    made.setText(text.read());
  });

  useEffect(() => {
    const editor = area.current;
    const host = layer.current;
    if (!editor || !host || !warning.current || series.length === 0) return;
    const made = new ChipLayer(host, warning.current.cloneNode(true));
    chips.current = made;
    start(made);

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
      chips.current = undefined;
    };
  }, [area, layer, warning, text, series]);

  useEffect(() => chips.current?.setReferences(references), [references]);
  return chips;
}
