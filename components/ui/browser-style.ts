"use client";
import type { CSSProperties } from "react";
import { useHydrated } from "./hydrated";

/**
 * A style for what the server draws too. The page's policy forbids style attributes in markup; the browser sets this one itself as
 * soon as it has taken the page over. Nothing may move by that: what decides the layout is a class or an attribute.
 */
export function useBrowserStyle(style: CSSProperties | undefined): CSSProperties | undefined {
  return useHydrated() ? style : undefined;
}
