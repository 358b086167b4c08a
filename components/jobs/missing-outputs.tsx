import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";

/** Beside the outputs of a take: that there should be more, and where they are. */
export function MissingOutputs({ job }: { job: WireJob }) {
  const t = useTranslations();
  return (
    <p role="status" className="w-full break-words text-sm">
      {t("jobErrors.outputsMissing")}{" "}
      <span className="text-quiet">{t("job.facts", { message: job.error?.message ?? "" })}</span>
    </p>
  );
}
