"use client";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** Restores what is chosen, or all that is shown. */
export function TrashBar(props: {
  shown: number;
  chosen: number;
  onChooseAll: (isChosen: boolean) => void;
  onRestore: () => void;
}) {
  const t = useTranslations("trash");
  const all = useRef<HTMLInputElement>(null);
  const some = props.chosen > 0 && props.chosen < props.shown;
  useEffect(() => {
    if (all.current) all.current.indeterminate = some;
  }, [some]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <label className="flex min-h-8 items-center gap-2 text-sm [@media(pointer:coarse)]:min-h-[44px]">
        <input
          ref={all}
          type="checkbox"
          checked={props.chosen === props.shown}
          onChange={(event) => props.onChooseAll(event.target.checked)}
          className="size-4 accent-accent"
        />
        {t("chooseAll")}
      </label>
      {props.chosen > 0 ? (
        <span className="text-quiet text-sm tabular-nums">{t("chosen", { count: props.chosen })}</span>
      ) : null}
      <Button onClick={props.onRestore}>{props.chosen > 0 ? t("restoreChosen") : t("restoreShown")}</Button>
    </div>
  );
}
