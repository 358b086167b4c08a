"use client";
import { useFormatter, useTranslations } from "use-intl";
import type { WireShare } from "@/lib/api/share-contract";

/** What a link shows, as one enumeration: "the video, the prompt and the settings". */
export function useShownWords() {
  const t = useTranslations("shares");
  const format = useFormatter();
  return (shown: WireShare["shown"], count: number) => {
    const parts = [
      t("seesTakes", { count }),
      ...(shown.prompt ? [t("seesPrompt")] : []),
      ...(shown.settings ? [t("seesSettings")] : []),
      ...(shown.references ? [t("seesReferences")] : []),
    ];
    const list = format.list(parts, { type: "conjunction" });
    return shown.download ? t("canDownload", { list }) : list;
  };
}
