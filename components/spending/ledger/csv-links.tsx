"use client";
import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import type { WireLedger } from "@/lib/api/ledger-contract";

/** The table as a file, and every take by itself. */
export function CsvLinks({ ledger: { by, from, to } }: { ledger: WireLedger }) {
  const t = useTranslations("ledger");
  const files = [
    { label: t("csv"), by },
    { label: t("csvTakes"), by: "take" },
  ];
  return (
    <div className="flex flex-wrap gap-2">
      {files.map((file) => (
        <a
          key={file.label}
          href={`/api/ledger/csv?${new URLSearchParams({ by: file.by, from, to })}`}
          download
          className={buttonClass("plain")}
        >
          <Download size={16} aria-hidden />
          {file.label}
        </a>
      ))}
    </div>
  );
}
