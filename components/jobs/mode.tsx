"use client";
import { FlaskConical } from "lucide-react";
import { createContext, useContext } from "react";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";

const ModeContext = createContext<UpstreamName>("sandbox");

/** Who makes the takes of this studio: the service where a key is set. */
export const ModeProvider = ModeContext.Provider;

/** Whether a take only shows what a paid one would be. Where there is no key nothing is paid and nothing is a preview. */
export function useIsPreview(): (job: Pick<WireJob, "upstream">) => boolean {
  const mode = useContext(ModeContext);
  return (job) => mode === "runcomfy" && job.upstream === "sandbox";
}

export function PreviewMark({ job, className }: { job: Pick<WireJob, "upstream">; className?: string }) {
  const t = useTranslations("preview");
  if (!useIsPreview()(job)) return null;
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap text-unsure text-xs ${className ?? ""}`}>
      <FlaskConical size={12} aria-hidden />
      {t("mark")}
    </span>
  );
}
