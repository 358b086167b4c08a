"use client";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import type { WireLedger, WireLedgerRow } from "@/lib/api/ledger-contract";
import { usdText } from "@/lib/spending/money";
import { galleryOf } from "./gallery-of";

/** Every row with its way to the takes; the newest day first. */
export function LedgerTable({ ledger }: { ledger: WireLedger }) {
  const t = useTranslations("ledger");
  const format = useFormatter();
  const { by, total } = ledger;
  const rows = by === "day" ? ledger.rows.toReversed() : ledger.rows;
  const nameOf = ({ key, name }: WireLedgerRow) => {
    if (key === null) return t("noCollection");
    return by === "day" ? format.dateTime(new Date(key), { dateStyle: "medium", timeZone: "UTC" }) : name;
  };
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="text-quiet">
          <th scope="col" className="py-1.5 pr-3 text-left align-bottom font-normal">
            {t(`column.${by}`)}
          </th>
          {(["takes", "actual", "estimated", "unknown"] as const).map((column) => (
            <th key={column} scope="col" className="w-1/6 py-1.5 pl-2 text-right align-bottom font-normal">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const href = galleryOf(row, ledger);
          return (
            <tr key={row.key} className="border-line border-t">
              <th scope="row" className="break-words py-1 pr-3 text-left font-normal">
                {href ? (
                  <Link
                    href={href}
                    prefetch={false}
                    className="inline-flex min-h-8 items-center underline decoration-line underline-offset-4 hover:decoration-text [@media(pointer:coarse)]:min-h-[44px]"
                  >
                    {nameOf(row)}
                  </Link>
                ) : (
                  <span className="inline-flex min-h-8 items-center">{nameOf(row)}</span>
                )}
              </th>
              <Cells row={row} />
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr className="border-edge border-t font-medium">
          <th scope="row" className="py-2 pr-3 text-left font-medium">
            {t(by === "collection" ? "totalOnce" : "total")}
          </th>
          <Cells row={total} />
        </tr>
      </tfoot>
    </table>
  );
}

function Cells({ row }: { row: Omit<WireLedgerRow, "key" | "name"> }) {
  const t = useTranslations("ledger");
  const { takes, actualMicros, estimatedMicros, unknownTakes } = row;
  const cells = {
    takes: String(takes),
    actual: usdText(actualMicros),
    estimated: estimatedMicros > 0 ? t("aboutPlain", { amount: usdText(estimatedMicros) }) : "–",
    unknown: unknownTakes > 0 ? String(unknownTakes) : "–",
  };
  return Object.entries(cells).map(([name, text]) => (
    <td key={name} className="num whitespace-nowrap py-1 pl-2 text-right text-xs">
      {text}
    </td>
  ));
}
