"use client";
import { useRef } from "react";
import type { Layout } from "../layout";
import { useLongPress } from "./use-long-press";
import type { Selecting } from "./use-selection";
import { useSelectionKeys } from "./use-selection-keys";
import { useSweep } from "./use-sweep";

/** Selecting in a grid by keys, by a drawn rectangle and by a resting finger; what it shows is the rectangle. */
export function SelectionLayer(props: {
  grid: HTMLElement;
  layout: Layout;
  order: readonly string[];
  selecting: Selecting;
}) {
  const frame = useRef<HTMLDivElement>(null);
  useSweep({ ...props, frame });
  useSelectionKeys(props.selecting);
  useLongPress(props.grid, props.selecting.toggle);
  return (
    <div
      ref={frame}
      aria-hidden
      className="pointer-events-none absolute z-3 hidden border border-accent bg-accent-soft"
    />
  );
}
