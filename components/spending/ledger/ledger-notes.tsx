"use client";
import { useTranslations } from "use-intl";
import type { WireLedger } from "@/lib/api/ledger-contract";

/** What the numbers do not say by themselves. */
export function LedgerNotes({ ledger: { by, total, freeTakes } }: { ledger: WireLedger }) {
  const t = useTranslations("ledger");
  const notes = [
    total.estimatedMicros > 0 && t("estimateNote"),
    total.unknownTakes > 0 && t("unknownNote"),
    total.takes > 0 && by === "collection" && t("several"),
    total.goneTakes > 0 && t("gone", { count: total.goneTakes }),
    freeTakes > 0 && t("freeTakes", { count: freeTakes }),
  ].filter((note) => note !== false);
  return (
    <ul className="flex flex-col gap-1 text-quiet text-sm empty:hidden">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
