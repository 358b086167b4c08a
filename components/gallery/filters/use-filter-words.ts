"use client";
import { useFormatter, useTranslations } from "use-intl";
import type { JobStatus } from "@/lib/jobs/job";
import type { FilterName, Filters } from "./filter-values";

export type NamedModel = { id: string; name: string };

/** Every filter's value in words, for its chip and its choice. */
export function useFilterWords(names: { models: readonly NamedModel[]; collections: readonly NamedModel[] }) {
  const t = useTranslations("filters");
  const tNav = useTranslations("nav");
  const state = useStatesWord();
  const format = useFormatter();
  const nameOf = (list: readonly NamedModel[], id: string) => list.find((one) => one.id === id)?.name;
  const day = (value: string) => format.dateTime(new Date(value), { dateStyle: "medium", timeZone: "UTC" });
  const words: { [Name in FilterName]: (value: string) => string } = {
    q: (value) => value,
    model: (value) => nameOf(names.models, value) ?? value,
    state,
    upstream: (value) => tNav(value as "runcomfy" | "sandbox"),
    rating: (value) => t("ratingFrom", { rating: Number(value) }),
    favourite: () => t("favourites"),
    collection: (value) => nameOf(names.collections, value) ?? t("collection"),
    from: (value) => t("fromDay", { day: day(value) }),
    to: (value) => t("toDay", { day: day(value) }),
    ratio: (value) => t(`ratios.${value as "wide" | "square" | "tall"}`),
    kind: (value) => t(`kinds.${value as "video" | "image" | "audio"}`),
    group: () => t("group"),
    sort: (value) => t(`sorts.${value as "newest"}`),
  };
  return (name: FilterName, value: string) => words[name](value);
}

/** One state or several, as an address lists them. */
function useStatesWord() {
  const t = useTranslations();
  const word = (status: string) => (status === "active" ? t("filters.active") : t(`job.${status as JobStatus}`));
  return (states: string) => states.split(",").map(word).join(" · ");
}

/** Search and sort show what they are by themselves, a collection heads the page. */
const WITHOUT_CHIP: readonly FilterName[] = ["q", "sort", "collection"];

/** The filters that have a chip. */
export function chipsOf(filters: Filters): [FilterName, string][] {
  const given = Object.entries(filters) as [FilterName, string][];
  return given.filter(([name]) => !WITHOUT_CHIP.includes(name));
}
