"use client";
import { useEffect, useRef, useState } from "react";

/**
 * Files that are dropped anywhere on the page but on a slot, which keeps its own from going further. True while some are dragged
 * over the page.
 */
export function useFileDrop(onDrop: (files: readonly File[], target: EventTarget | null) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onFiles = (event: DragEvent) => {
      const { dataTransfer, target, type } = event;
      if (!dataTransfer?.types.includes("Files")) return;
      // A browser that is left to itself shows the file in the place of the page.
      event.preventDefault();
      if (type === "drop") latest.current([...dataTransfer.files], target);
      // A picture of a page is dragged as a file too.
      else setOver(!dataTransfer.types.includes("text/html"));
    };
    document.addEventListener("dragover", onFiles, { signal });
    document.addEventListener("drop", onFiles, { signal });
    document.addEventListener("drop", () => setOver(false), { signal, capture: true });
    document.addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && setOver(false), { signal });
    return () => listening.abort();
  }, []);
  return over;
}
