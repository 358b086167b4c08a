"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import type { WireSpending } from "@/lib/api/spending-contract";
import { usdText } from "@/lib/spending/money";
import { WINDOWS } from "@/lib/spending/windows";
import { useSpending } from "./use-spending";

/** What takes of today and of this month cost, and what the caps leave. */
export function SpendingNow() {
  const t = useTranslations("spending");
  const { data, isPending, refetch } = useSpending();
  if (data) return <Spending spending={data} />;
  if (isPending)
    return (
      <p role="status" className="text-quiet">
        {t("loading")}
      </p>
    );
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 text-failed">
      {t("loadFailed")}
      <Button onClick={() => void refetch()}>{t("retry")}</Button>
    </div>
  );
}

function Spending({ spending }: { spending: WireSpending }) {
  const t = useTranslations("spending");
  if (!spending.isPaid) return <p className="text-quiet">{t("free")}</p>;
  const isCapped = WINDOWS.some((window) => spending[window].capMicros !== null);
  return (
    <>
      <SpendingTable spending={spending} isCapped={isCapped} />
      {spending.month.unknownTakes > 0 ? (
        <p className="text-quiet">{t("unknown", { count: spending.month.unknownTakes })}</p>
      ) : null}
      {isCapped ? null : <p className="text-quiet">{t("noCaps")}</p>}
    </>
  );
}

function SpendingTable({ spending, isCapped }: { spending: WireSpending; isCapped: boolean }) {
  const t = useTranslations("spending");
  const usd = (micros: number) => t("usd", { amount: usdText(micros) });
  const rows = [
    { label: t("spent"), cell: ({ spentMicros }: Cell) => usd(spentMicros) },
    { label: t("reserved"), cell: ({ reservedMicros }: Cell) => usd(reservedMicros) },
    ...(isCapped ? [{ label: t("left"), cell: leftOfCap }] : []),
    { label: t("until"), cell: ({ endsAt }: Cell) => <Moment iso={endsAt} /> },
  ];
  function leftOfCap({ leftMicros: left, capMicros: cap }: Cell) {
    return left === null || cap === null ? "–" : t("leftOf", { left: usdText(left), cap: usdText(cap) });
  }
  return (
    <table className="w-full text-left">
      <thead>
        <tr className="text-quiet">
          <td />
          {WINDOWS.map((window) => (
            <th key={window} scope="col" className="py-1 font-normal">
              {t(window)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cell }) => (
          <tr key={label}>
            <th scope="row" className="py-1 pr-3 font-normal text-quiet">
              {label}
            </th>
            {WINDOWS.map((window) => (
              <td key={window} className="num py-1 pr-3 text-xs">
                {cell(spending[window])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Cell = WireSpending["day"];
