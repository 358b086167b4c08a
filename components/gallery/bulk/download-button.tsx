"use client";
import { Download } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { BarButton } from "./bar-button";
import { AT_ONCE } from "./in-parts";

const FRAME = "bulk-download";

/**
 * A zip of these takes. A form into a frame that nobody sees, because so many ids are too long for an address: the browser streams the
 * file to where downloads go, and only an answer that is no file is loaded into the frame.
 */
export function DownloadButton({ ids, onProblem }: { ids: readonly string[]; onProblem: (text: string) => void }) {
  const t = useTranslations("bulk");
  const isAsked = useRef(false);
  const refusal = ids.length > AT_ONCE ? t("downloadLimit", { count: AT_ONCE }) : undefined;
  return (
    <form
      method="post"
      action="/api/downloads"
      target={FRAME}
      onSubmit={(event) => {
        isAsked.current = refusal === undefined;
        if (refusal === undefined) return;
        event.preventDefault();
        onProblem(refusal);
      }}
    >
      <input type="hidden" name="ids" value={ids.join(",")} />
      <BarButton type="submit" label={t("download")} icon={<Download size={16} aria-hidden />} refusal={refusal} />
      <iframe
        name={FRAME}
        title={t("download")}
        hidden
        onLoad={() => isAsked.current && onProblem(t("downloadFailed"))}
      />
    </form>
  );
}
