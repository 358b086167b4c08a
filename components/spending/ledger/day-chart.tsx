"use client";
import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { WireLedger } from "@/lib/api/ledger-contract";
import { usdText } from "@/lib/spending/money";
import { BarParts, costOf, Legend, useBarWords } from "./bar";
import { binsOf } from "./bins";

const LABELS = 4;

/** A bar for each day, or each month of a long range. Its text form is the table. */
export function DayChart({ ledger }: { ledger: WireLedger }) {
  const t = useTranslations("ledger");
  const format = useFormatter();
  const wordsOf = useBarWords();
  const titleId = useId();
  const bins = binsOf(ledger.rows, ledger);
  const isMonthly = bins[0]?.key.length === "2026-01".length;
  const top = Math.max(...bins.map(costOf));
  const nameOf = (key: string) =>
    format.dateTime(new Date(key), {
      ...(isMonthly ? { month: "short", year: "numeric" } : { month: "short", day: "numeric" }),
      timeZone: "UTC",
    });
  const stride = Math.ceil(bins.length / LABELS);
  return (
    <figure aria-labelledby={titleId} className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap items-baseline gap-x-4">
        <span id={titleId} className="font-medium text-base">
          {t(`chart.${isMonthly ? "month" : "day"}`)}
        </span>
        <Legend total={ledger.total} />
        <span className="ml-auto text-quiet text-xs">{t("top", { amount: usdText(top) })}</span>
      </figcaption>
      <div role="img" aria-label={t("chartHelp")} className="flex flex-col gap-1">
        <div className="flex h-40 items-stretch gap-px border-line border-y">
          {bins.map((bin) => (
            <span
              key={bin.key}
              title={wordsOf(nameOf(bin.key), bin)}
              className="flex min-w-0 max-w-16 flex-1 flex-col justify-end hover:bg-raised"
            >
              <BarParts cost={bin} top={top} upright />
            </span>
          ))}
        </div>
        <div className="num flex text-quiet text-xs">
          {bins.map((bin, index) => (
            <span key={bin.key} className="min-w-0 max-w-16 flex-1 overflow-visible whitespace-nowrap">
              {index % stride === 0 ? nameOf(bin.key) : null}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}
