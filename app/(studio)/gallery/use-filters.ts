"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo } from "react";
import type { ChangeFilters, FilterName } from "@/components/gallery/filters/filter-values";
import { filtersSearch, readFilters } from "./filters";

/** The filters of the address. A change writes a new address; the list follows it without a new page from the server. */
export function useFilters() {
  const parameters = useSearchParams();
  const given = parameters.toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(given)), [given]);
  const search = filtersSearch(filters);

  useEffect(() => {
    if (search !== given) history.replaceState(null, "", pathWith(search));
  }, [search, given]);

  const change = useCallback<ChangeFilters>(
    (part, entry = "push") => {
      const wanted = { ...filters, ...part };
      const next = filtersSearch(readFilters({ get: (name) => wanted[name as FilterName] ?? null }));
      if (next === search) return;
      if (entry === "push") history.pushState(null, "", pathWith(next));
      else history.replaceState(null, "", pathWith(next));
      scrollTo({ top: 0, behavior: "instant" });
    },
    [filters, search],
  );
  return { filters, search, change };
}

function pathWith(search: string): string {
  return search ? `/gallery?${search}` : "/gallery";
}
