"use client";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import { isActive } from "./job-status";
import { useStateWord } from "./status-words";

/** Tells a screen reader when a take that goes on, or has just ended, changes its state; the clocks are not read out. */
export function LiveAnnouncer({ jobs }: { jobs: readonly WireJob[] }) {
  const t = useTranslations("takes");
  const word = useStateWord();
  const seen = useRef(new Map<string, string>());
  const [said, setSaid] = useState("");
  useEffect(() => {
    const news: string[] = [];
    for (const job of jobs) {
      const before = seen.current.get(job.id);
      const isNews = before === undefined ? !isActive(job) : before !== job.status;
      if (isNews) news.push(t("tile", { model: job.modelName, state: word(job) }));
      seen.current.set(job.id, job.status);
    }
    if (news.length > 0) setSaid(news.join(". "));
  }, [jobs, t, word]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
