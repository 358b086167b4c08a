"use client";
import { useEffect } from "react";
import type { WireJob } from "@/lib/api/contract";

/** The keys of the whole workspace: `/` to the prompt, `[` and `]` to the newer and the older take. */
export function useStudioKeys(
  jobs: readonly WireJob[],
  chosenId: string | undefined,
  choose: (id: string | undefined) => void,
) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, select, dialog, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "/") {
        event.preventDefault();
        document.querySelector<HTMLElement>("[data-prompt]")?.focus();
      }
      const step = event.key === "]" ? 1 : event.key === "[" ? -1 : 0;
      if (step === 0) return;
      const next = jobs[jobs.findIndex((job) => job.id === chosenId) + step];
      if (next) choose(next.id);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [jobs, chosenId, choose]);
}
