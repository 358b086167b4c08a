"use client";
import { Heart, SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { FilterChips } from "./filter-chips";
import { type ChangeFilters, type Filters, NO_FILTERS, SORTS } from "./filter-values";
import { SearchBox } from "./search-box";
import type { NamedModel } from "./use-filter-words";

const FilterDialog = dynamic(() => import("./filter-dialog").then((module) => module.FilterDialog), { ssr: false });

/** What narrows and sorts the takes: the most used at hand, the rest one press away, what is chosen as chips. */
export function FilterBar(props: { filters: Filters; models: readonly NamedModel[]; onChange: ChangeFilters }) {
  const t = useTranslations("filters");
  const { filters, models, onChange } = props;
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const sorts = filters.collection ? (["collection", ...SORTS] as const) : SORTS;
  const clear = () => onChange({ ...NO_FILTERS, sort: filters.sort, collection: filters.collection });
  return (
    <section aria-label={t("label")} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox value={filters.q ?? ""} onSearch={(q) => onChange({ q }, "replace")} />
        <select
          aria-label={t("sort")}
          value={filters.sort ?? sorts[0]}
          onChange={(event) => onChange({ sort: event.target.value })}
          className={`${CONTROL_CLASS} min-h-8 w-auto! max-md:grow [@media(pointer:coarse)]:min-h-[44px]`}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </select>
        <Button
          aria-pressed={filters.favourite === "1"}
          onClick={() => onChange({ favourite: filters.favourite ? undefined : "1" })}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
        >
          <Heart size={16} aria-hidden fill={filters.favourite ? "currentColor" : "none"} />
          {t("favourites")}
        </Button>
        <Button ref={opener} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <SlidersHorizontal size={16} aria-hidden />
          {t("label")}
        </Button>
      </div>
      <FilterChips
        filters={filters}
        models={models}
        onChange={onChange}
        onClear={clear}
        onGone={() => opener.current?.focus()}
      />
      {open ? (
        <FilterDialog
          filters={filters}
          models={models}
          onChange={onChange}
          onClear={clear}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
}
