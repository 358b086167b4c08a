"use client";
import { useEffect } from "react";
import { isPageKey } from "@/components/ui/page-key";
import type { WireJob } from "@/lib/api/contract";

/** The keys of the whole workspace: `/` to the prompt, `[` and `]` to the newer and the older take. */
export function useStudioKeys(
  jobs: readonly WireJob[],
  chosenId: string | undefined,
  choose: (id: string | undefined) => void,
) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPageKey(event)) return;
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
