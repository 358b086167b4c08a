"use client";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import { formatBytes } from "@/lib/format";

/** The few facts that tell takes apart, in one line. */
export function JobFacts({ job }: { job: WireJob }) {
  const t = useTranslations("job");
  const tFields = useTranslations("fields");
  const output = job.outputs[0];
  const size = output?.width && output.height ? { width: output.width, height: output.height } : job.frame;
  const seed = Object.entries(job.input).find(([key]) => /seed$/i.test(key))?.[1];
  const facts = [
    size && t("size", { width: String(size.width), height: String(size.height) }),
    output?.durationMs && tFields("seconds", { value: String(Number((output.durationMs / 1000).toFixed(2))) }),
    output?.frameCount && t("frames", { count: output.frameCount }),
    output && formatBytes(output.bytes),
    typeof seed === "number" && t("seed", { seed: String(seed) }),
  ].filter(Boolean);
  return <p className="num text-quiet text-xs">{facts.join(" · ")}</p>;
}
