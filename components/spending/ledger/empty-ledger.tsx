"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";

const GHOSTS = ["h-4", "h-10", "h-6", "h-16", "h-9", "h-24", "h-14"];

/** A ghost of the chart with what to do: look at more days, or make a take that costs something. */
export function EmptyLedger({ isPaid, onShowYear }: { isPaid: boolean; onShowYear: (() => void) | undefined }) {
  const t = useTranslations("ledger");
  return (
    <div className="flex flex-col items-center gap-4 py-8 text-center">
      <div aria-hidden className="flex items-end gap-2">
        {GHOSTS.map((height) => (
          <div key={height} className={`w-6 rounded-t-sm border border-line border-b-0 border-dashed ${height}`} />
        ))}
      </div>
      <p>{t("empty")}</p>
      {isPaid ? null : <p className="max-w-120 text-quiet text-sm">{t("sandbox")}</p>}
      <div className="flex flex-wrap justify-center gap-2">
        <Link href="/" className={buttonClass("primary")}>
          {t("make")}
        </Link>
        {onShowYear ? <Button onClick={onShowYear}>{t("showYear")}</Button> : null}
      </div>
    </div>
  );
}
