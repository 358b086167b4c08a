"use client";
import { useTranslations } from "use-intl";
import type { WireLedger } from "@/lib/api/ledger-contract";
import { usdText } from "@/lib/spending/money";

/** What all takes of the range cost, at a glance. */
export function LedgerSums({ total }: { total: WireLedger["total"] }) {
  const t = useTranslations("ledger");
  const tMoney = useTranslations("spending");
  const facts = [
    { name: t("charged"), value: tMoney("usd", { amount: usdText(total.actualMicros) }) },
    ...(total.estimatedMicros > 0
      ? [{ name: t("estimate"), value: tMoney("about", { amount: usdText(total.estimatedMicros) }) }]
      : []),
    { name: t("takes"), value: String(total.takes) },
  ];
  return (
    <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2">
      <dl aria-label={t("sums")} className="flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-quiet text-sm">{name}</dt>
            <dd className="num text-lg">{value}</dd>
          </div>
        ))}
      </dl>
      {total.unknownTakes > 0 ? (
        <p className="text-sm text-unsure">{t("unknown", { count: total.unknownTakes })}</p>
      ) : null}
    </div>
  );
}
