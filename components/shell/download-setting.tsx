"use client";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import { DOWNLOADS_COOKIE, PLAIN } from "@/lib/media/download-setting";

const YEAR_S = 31_536_000;

/** Whether a downloaded video says how it was made: kept in a cookie, because a download is a plain link. */
export function DownloadSetting() {
  const t = useTranslations("downloadSetting");
  const [carries, setCarries] = useState(() => !document.cookie.includes(`${DOWNLOADS_COOKIE}=${PLAIN}`));
  const id = useId();
  const change = (next: boolean) => {
    setCarries(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari.
    document.cookie = `${DOWNLOADS_COOKIE}=${PLAIN}; path=/; max-age=${next ? 0 : YEAR_S}; samesite=lax`;
  };
  return (
    <div className="flex items-start justify-between gap-3">
      <span className="flex min-w-0 flex-col gap-0.5 text-sm">
        <label htmlFor={id}>{t("label")}</label>
        <span id={`${id}-help`} className="text-quiet">
          {t("help")}
        </span>
      </span>
      <Switch
        id={id}
        checked={carries}
        aria-describedby={`${id}-help`}
        onChange={(event) => change(event.target.checked)}
        className="pointer-coarse:h-[44px]"
      />
    </div>
  );
}
