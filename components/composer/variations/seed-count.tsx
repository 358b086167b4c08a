"use client";
import { Minus, Plus } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { IconButton } from "@/components/ui/icon-button";
import { MAX_TAKES } from "@/lib/variations/plan";

const LEAST = 2;

/** How many takes, each with a random seed of its own. */
export function SeedCount({ count, onCount }: { count: number; onCount: (count: number) => void }) {
  const t = useTranslations("variations");
  const id = useId();
  const set = (next: number) => onCount(Math.min(Math.max(Math.round(next), LEAST), MAX_TAKES));
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="grow text-sm">
        {t("seedCount")}
      </label>
      <IconButton label={t("fewer")} disabled={count <= LEAST} onClick={() => set(count - 1)}>
        <Minus size={16} aria-hidden />
      </IconButton>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={LEAST}
        max={MAX_TAKES}
        value={count}
        onChange={(event) => Number.isNaN(event.target.valueAsNumber) || set(event.target.valueAsNumber)}
        className={`${CONTROL_CLASS} num h-8 w-16!`}
      />
      <IconButton label={t("oneMore")} disabled={count >= MAX_TAKES} onClick={() => set(count + 1)}>
        <Plus size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
