"use client";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { AnswerState } from "@/components/ui/answer-state";
import { buttonClass } from "@/components/ui/button";
import { Part } from "@/components/ui/part";
import { EXPORT_PATH, type WireExportSize } from "@/lib/api/export-contract";
import { settingsApi } from "@/lib/api/settings-client";
import { formatBytes } from "@/lib/format";

const FRAME = "export-file";
const BACKUP = "npm run backup -- ../studio.tar";

/** Everything as one file that other programs read, and how that differs from a backup. */
export function ExportPart() {
  const t = useTranslations("export");
  const query = useQuery({ queryKey: ["export-size"], queryFn: settingsApi.readExportSize, gcTime: 0 });
  return (
    <Part id="export" title={t("title")}>
      <p>{t("what")}</p>
      <AnswerState query={query} loading={t("loading")} failed={t("loadFailed")} retry={t("retry")} />
      {query.data ? <p>{sizeIn(t, query.data)}</p> : null}
      <ExportLink />
      <p className="text-quiet">{t("backup")}</p>
      <code className="num self-start rounded border border-line bg-well px-2 py-1 text-xs">{BACKUP}</code>
    </Part>
  );
}

function sizeIn(t: ReturnType<typeof useTranslations<"export">>, { bytes, ...counts }: WireExportSize): string {
  return counts.takes + counts.uploads === 0 ? t("empty") : t("size", { size: formatBytes(bytes), ...counts });
}

/** A link into a frame that nobody sees: the browser saves the file, and only an answer that is no file is loaded there. */
function ExportLink() {
  const t = useTranslations("export");
  const isAsked = useRef(false);
  const [said, setSaid] = useState<"started" | "failed">();
  return (
    <>
      <a
        href={EXPORT_PATH}
        target={FRAME}
        onClick={() => {
          isAsked.current = true;
          setSaid("started");
        }}
        className={buttonClass("primary", "self-start")}
      >
        <Download size={16} aria-hidden />
        {t("start")}
      </a>
      <p role="status" className={said === "failed" ? "text-failed empty:hidden" : "text-quiet empty:hidden"}>
        {said ? t(said) : null}
      </p>
      <iframe name={FRAME} title={t("start")} hidden onLoad={() => isAsked.current && setSaid("failed")} />
    </>
  );
}
