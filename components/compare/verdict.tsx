"use client";
import clsx from "clsx";
import { Star } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { IconButton } from "@/components/ui/icon-button";
import type { ShownTake } from "./take";

export type Marks = { rating?: number | null; note?: string };
const STARS = [1, 2, 3, 4, 5];

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
  const rate = (stars: number) => {
    const next = stars === rating ? undefined : stars;
    setRating(next);
    void keep({ rating: next ?? null });
  };
  return (
    <form
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void keep({ note: note.trim() });
      }}
    >
      <fieldset className="flex items-center" aria-label={t("rating", { letter })}>
        {STARS.map((stars) => (
          <IconButton
            key={stars}
            label={t("stars", { count: stars })}
            aria-pressed={rating === stars}
            onClick={() => rate(stars)}
          >
            <Star
              size={16}
              aria-hidden
              className={clsx(stars <= (rating ?? 0) && "text-accent")}
              fill={stars <= (rating ?? 0) ? "currentColor" : "none"}
            />
          </IconButton>
        ))}
      </fieldset>
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
