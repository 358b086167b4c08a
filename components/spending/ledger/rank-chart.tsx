"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import type { WireLedger } from "@/lib/api/ledger-contract";
import { usdText } from "@/lib/spending/money";
import { BarParts, costOf, Legend, useBarWords } from "./bar";

const MAX_BARS = 10;

/** A bar for each model or collection, the most expensive first. Its text form is the table. */
export function RankChart({ ledger }: { ledger: WireLedger }) {
  const t = useTranslations("ledger");
  const wordsOf = useBarWords();
  const titleId = useId();
  const rows = ledger.rows.slice(0, MAX_BARS);
  const top = Math.max(...rows.map(costOf));
  return (
    <figure aria-labelledby={titleId} className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap items-baseline gap-x-4">
        <span id={titleId} className="font-medium text-base">
          {t(`chart.${ledger.by}`)}
        </span>
        <Legend total={ledger.total} />
        {ledger.rows.length > MAX_BARS ? (
          <span className="text-quiet text-xs">{t("first", { count: MAX_BARS })}</span>
        ) : null}
      </figcaption>
      <div role="img" aria-label={t("chartHelp")} className="flex flex-col gap-1.5">
        {rows.map((row) => {
          const name = row.key === null ? t("noCollection") : row.name;
          return (
            <div
              key={row.key}
              title={wordsOf(name, row)}
              className="grid grid-cols-[16rem_1fr_4.5rem] items-center gap-x-3 text-sm max-md:grid-cols-[6.5rem_1fr_4.5rem] max-md:gap-x-2"
            >
              <span className="truncate">{name}</span>
              <span className="flex h-4 min-w-0">
                <BarParts cost={row} top={top} upright={false} />
              </span>
              <span className="num whitespace-nowrap text-right text-xs">
                {row.estimatedMicros > 0 ? t("aboutPlain", { amount: usdText(costOf(row)) }) : usdText(costOf(row))}
              </span>
            </div>
          );
        })}
      </div>
    </figure>
  );
}
