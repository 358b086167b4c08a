"use client";
import { useTranslations } from "use-intl";
import type { WireUsage } from "@/lib/api/usage-contract";
import { Fact, Facts } from "./facts";

/** What is under way and waits, and what this browser has taken of what it may in an hour. */
export function Limits({ usage: { jobs, limits } }: { usage: WireUsage }) {
  const t = useTranslations("usage");
  const rows = [
    ...jobs.flatMap(({ upstream, inFlight, maxInFlight, waiting, maxWaiting }) => [
      { key: `${upstream} inFlight`, label: t("inFlight", { upstream }), used: inFlight, max: maxInFlight },
      { key: `${upstream} waiting`, label: t("waiting", { upstream }), used: waiting, max: maxWaiting },
    ]),
    { key: "jobs", label: t("jobsInHour"), ...limits.jobs },
    { key: "uploads", label: t("uploadsInHour"), ...limits.uploads },
  ];
  return (
    <Facts>
      {rows.map(({ key, label, used, max }) => (
        <Fact key={key} label={label}>
          {t("of", { used, max })}
        </Fact>
      ))}
    </Facts>
  );
}
