"use client";
import { useState } from "react";
import type { View } from "./view-bar";

/** Which of the two views is shown, and the JSON text that only one of them can hold. */
export function useView() {
  const [view, setView] = useState<View>("form");
  const [text, setText] = useState<string | undefined>();
  return { view, setView, text, setText };
}
