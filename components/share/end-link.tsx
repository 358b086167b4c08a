"use client";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** Ends a link for good: asks once, and says what ends. */
export function EndLink({ title, onEnd }: { title: string; onEnd: () => Promise<void> }) {
  const t = useTranslations("shares");
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setAsking(false);
    // The button is there again after this render.
    queueMicrotask(() => opener.current?.focus());
  };
  const end = async () => {
    if (busy) return;
    setBusy(true);
    await onEnd();
    setBusy(false);
  };
  if (asking) return <Question title={title} busy={busy} onEnd={() => void end()} onKeep={keep} />;
  return (
    <Button ref={opener} className="self-start" aria-label={t("endNamed", { title })} onClick={() => setAsking(true)}>
      {t("end")}
    </Button>
  );
}

function Question(props: { title: string; busy: boolean; onEnd: () => void; onKeep: () => void }) {
  const t = useTranslations("shares");
  const keepButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => keepButton.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div role="group" aria-labelledby={id} className="flex w-full flex-col gap-2 rounded bg-raised p-3 text-sm">
      <p id={id}>{t("endQuestion", { title: props.title })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" aria-disabled={props.busy || undefined} onClick={props.onEnd}>
          {t("endNow")}
        </Button>
        <Button ref={keepButton} onClick={props.onKeep}>
          {t("keep")}
        </Button>
      </div>
    </div>
  );
}
