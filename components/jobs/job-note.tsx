"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { WireJob } from "@/lib/api/contract";
import { NOTE_LIMIT, useNote } from "./use-note";

/** The words that somebody keeps with a take. */
export function JobNote({ job }: { job: WireJob }) {
  const t = useTranslations("marks");
  const id = useId();
  const { note, type, save, state } = useNote(job);
  const count = note.length;
  return (
    <section className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {t("note")}
      </label>
      <textarea
        id={id}
        rows={3}
        value={note}
        aria-invalid={state === "tooLong" || undefined}
        aria-describedby={`${id}-count`}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void save()}
        className={`${CONTROL_CLASS} scrolls resize-y py-1.5 text-sm`}
      />
      <p id={`${id}-count`} className="text-quiet text-xs tabular-nums">
        {t("noteCount", { count, limit: NOTE_LIMIT })}
      </p>
      <p role="status" className="text-quiet text-sm empty:hidden">
        {state === "saved" ? t("noteSaved") : null}
      </p>
      {state === "tooLong" ? (
        <p role="alert" className="text-failed text-sm">
          {t("noteTooLong", { limit: NOTE_LIMIT })}
        </p>
      ) : null}
      {state === "failed" ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-failed text-sm">
          {t("noteFailed")}
          <Button onClick={() => void save()}>{t("retry")}</Button>
        </div>
      ) : null}
    </section>
  );
}
