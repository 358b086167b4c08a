"use client";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { WireLedgerRow } from "@/lib/api/ledger-contract";
import { usdText } from "@/lib/spending/money";

/** What was charged is solid, what is estimated hatched with an outline, and what nobody knows a dashed line. */
const LOOKS = {
  actual: "bg-quiet",
  estimated: "border border-quiet bg-[repeating-linear-gradient(45deg,var(--quiet)_0_1.5px,transparent_1.5px_5px)]",
  unknown: "border-unsure border-dashed",
} as const;

export type Cost = Pick<WireLedgerRow, "actualMicros" | "estimatedMicros" | "unknownTakes">;

export const costOf = ({ actualMicros, estimatedMicros }: Cost) => actualMicros + estimatedMicros;

/** The parts of one bar, as long as they are of `top`; rows of a column, or of a line. */
export function BarParts({ cost, top, upright }: { cost: Cost; top: number; upright: boolean }) {
  const share = (micros: number) => ({ [upright ? "height" : "width"]: `${top > 0 ? (micros / top) * 100 : 0}%` });
  const { actualMicros, estimatedMicros, unknownTakes } = cost;
  const size = upright ? "w-full shrink-0" : "h-full shrink-0";
  return (
    <>
      {unknownTakes > 0 ? (
        <span
          className={clsx(LOOKS.unknown, upright ? "w-full shrink-0 border-t-2" : "order-last h-full border-l-2")}
        />
      ) : null}
      {estimatedMicros > 0 ? (
        <span className={clsx(LOOKS.estimated, size, !upright && "order-2")} style={share(estimatedMicros)} />
      ) : null}
      {actualMicros > 0 ? <span className={clsx(LOOKS.actual, size)} style={share(actualMicros)} /> : null}
    </>
  );
}

/** What the looks mean, of those that are there. */
export function Legend({ total }: { total: Cost }) {
  const t = useTranslations("ledger");
  const shown = [
    { look: "actual", isThere: true },
    { look: "estimated", isThere: total.estimatedMicros > 0 },
    { look: "unknown", isThere: total.unknownTakes > 0 },
  ] as const;
  return (
    <span className="flex flex-wrap gap-x-4 text-quiet text-sm">
      {shown.map(({ look, isThere }) =>
        isThere ? (
          <span key={look} className="flex items-center gap-1.5">
            <span aria-hidden className={clsx(LOOKS[look], look === "unknown" ? "w-4 border-t-2" : "size-3")} />
            {t(`legend.${look}`)}
          </span>
        ) : null,
      )}
    </span>
  );
}

/** A bar in words, for the pointer. */
export function useBarWords() {
  const t = useTranslations("ledger");
  const tMoney = useTranslations("spending");
  return (name: string, { actualMicros, estimatedMicros, unknownTakes }: Cost) =>
    [
      name,
      `${t("charged")} ${tMoney("usd", { amount: usdText(actualMicros) })}`,
      ...(estimatedMicros > 0 ? [`${t("estimate")} ${tMoney("about", { amount: usdText(estimatedMicros) })}`] : []),
      ...(unknownTakes > 0 ? [t("unknown", { count: unknownTakes })] : []),
    ].join(" · ");
}
