"use client";
import clsx from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { JsonValue } from "@/lib/json";
import { choosable, type SweepField } from "@/lib/variations/sweepable";
import { useValueWords } from "./words";

/** The values of a choice or a switch, any number of them. */
export function ValueChips(props: {
  field: SweepField;
  chosen: readonly JsonValue[];
  onChosen: (chosen: JsonValue[]) => void;
}) {
  const t = useTranslations("variations");
  const words = useValueWords();
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{t("valuesOf", { field: props.field.label })}</legend>
      {choosable(props.field).map((value) => {
        const checked = props.chosen.includes(value);
        return (
          <label
            key={String(value)}
            className={clsx(
              "relative flex min-h-8 cursor-pointer items-center gap-1 rounded border px-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 [@media(pointer:coarse)]:min-h-[44px]",
              checked ? "border-accent bg-accent-soft text-text" : "border-line text-quiet hover:border-edge",
            )}
          >
            <input
              type="checkbox"
              checked={checked}
              className="absolute inset-0 cursor-pointer opacity-0"
              onChange={() =>
                props.onChosen(checked ? props.chosen.filter((other) => other !== value) : [...props.chosen, value])
              }
            />
            {checked ? <Check size={14} aria-hidden /> : null}
            <span>{words(props.field, value)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
