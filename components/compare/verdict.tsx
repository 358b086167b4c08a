"use client";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Stars } from "@/components/ui/stars";
import type { ShownTake } from "./take";

export type Marks = { rating?: number | null; note?: string };

/** What there is to say about the winner: stars and a note. */
export function Verdict({ take, onMark }: { take: ShownTake; onMark: (marks: Marks) => Promise<unknown> }) {
  const { job, letter } = take;
  const t = useTranslations("compare");
  const id = useId();
  const [note, setNote] = useState(job.note ?? "");
  const [rating, setRating] = useState(job.rating);
  const [said, setSaid] = useState<string>();
  const keep = (marks: Marks) =>
    onMark(marks)
      .then(() => setSaid(t("kept")))
      .catch(() => setSaid(t("keepFailed")));
  const rate = (stars: number | undefined) => {
    setRating(stars);
    void keep({ rating: stars ?? null });
  };
  return (
    <form
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void keep({ note: note.trim() });
      }}
    >
      <Stars label={t("rating", { letter })} nameOf={(count) => t("stars", { count })} value={rating} onChange={rate} />
      <label htmlFor={`${id}-note`} className="text-quiet text-sm">
        {t("note", { letter })}
      </label>
      <input
        id={`${id}-note`}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
        className={`${CONTROL_CLASS} h-8 min-w-48 grow basis-48 w-auto! [@media(pointer:coarse)]:h-[44px]`}
      />
      <Button type="submit">{t("keepNote")}</Button>
      <p role="status" className="text-quiet text-sm empty:hidden">
        {said}
      </p>
    </form>
  );
}
