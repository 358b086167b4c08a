"use client";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useCollections } from "../collections/use-collections";
import type { ChangeFilters, Filters } from "./filter-values";
import { chipsOf, type NamedModel, useFilterWords } from "./use-filter-words";

type Props = {
  filters: Filters;
  models: readonly NamedModel[];
  onChange: ChangeFilters;
  onClear: () => void;
  /** The last chip goes, and with it what had the focus. */
  onGone: () => void;
};

/** What the list is narrowed by; a press takes one away. */
export function FilterChips(props: Props) {
  return chipsOf(props.filters).length === 0 ? null : <Chips {...props} />;
}

function Chips({ filters, models, onChange, onClear, onGone }: Props) {
  const t = useTranslations("filters");
  const { collections } = useCollections();
  const word = useFilterWords({ models, collections });
  const chips = chipsOf(filters);
  /** The focus goes on to the next chip, or to what takes all away. */
  const remove = (name: keyof Filters, chip: HTMLElement) => {
    if (chips.length === 1) onGone();
    else chip.closest("li")?.nextElementSibling?.querySelector("button")?.focus();
    onChange({ [name]: undefined });
  };
  const clear = () => {
    onGone();
    onClear();
  };
  return (
    <ul aria-label={t("chosen")} className="flex flex-wrap items-center gap-1.5">
      {chips.map(([name, value]) => (
        <li key={name} className="min-w-0">
          <button
            type="button"
            aria-label={t("remove", { what: word(name, value) })}
            onClick={(event) => remove(name, event.currentTarget)}
            className="flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-accent bg-accent-soft px-3 text-sm hover:border-edge [@media(pointer:coarse)]:min-h-[44px]"
          >
            <span className="truncate">{word(name, value)}</span>
            <X size={14} aria-hidden className="shrink-0" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="quiet" onClick={clear}>
          {t("clearAll")}
        </Button>
      </li>
    </ul>
  );
}
