"use client";
import { Copy } from "lucide-react";
import Link from "next/link";
import { useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Moment } from "@/components/ui/moment";
import { useCopy } from "@/components/ui/use-copy";
import type { WireNewShare } from "@/lib/api/share-contract";
import { useShownWords } from "./shown-words";

/** The link, which is told this once. */
export function MadeLink({ made: { share, url } }: { made: WireNewShare }) {
  const t = useTranslations("shares");
  const wordsOf = useShownWords();
  const input = useRef<HTMLInputElement>(null);
  const copyButton = useRef<HTMLButtonElement>(null);
  const { said, copy } = useCopy(url, input);
  const id = useId();
  // The button that was pressed is gone.
  useEffect(() => copyButton.current?.focus(), []);

  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="font-medium text-sm">
        {t("link")}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
          className={`${CONTROL_CLASS} num min-h-8 text-xs [@media(pointer:coarse)]:min-h-11`}
        />
        <Button ref={copyButton} variant="primary" onClick={() => void copy()}>
          <Copy size={16} aria-hidden />
          {t("copy")}
        </Button>
      </div>
      <p role="status" className="text-sm empty:hidden">
        {said ? t(said) : null}
      </p>
      <p className="text-sm">
        {t(share.hasPassword ? "knowersSee" : "anyoneSees", { what: wordsOf(share.shown, share.jobIds.length) })}
      </p>
      <p className="text-quiet text-sm">
        {share.expiresAt === null
          ? t("neverEnds")
          : t.rich("ends", { moment: () => <Moment iso={share.expiresAt ?? ""} /> })}
      </p>
      <p className="text-quiet text-sm">{t("shownOnce")}</p>
      <div className="flex flex-wrap gap-2">
        <a href={url} target="_blank" rel="noreferrer" className={buttonClass("plain")}>
          {t("open")}
        </a>
        <Link href="/shares" className={buttonClass("quiet")}>
          {t("allLinks")}
        </Link>
      </div>
    </div>
  );
}
