"use client";
import { RefreshCw } from "lucide-react";
import { useDeferredValue, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Moment } from "@/components/ui/moment";
import { CatalogEntry } from "./catalog-entry";
import { CatalogNotes } from "./catalog-notes";
import { EmptyCatalog } from "./empty-catalog";
import { type CatalogFilter, useCatalog } from "./use-catalog";

const NO_FILTER: CatalogFilter = { q: "", category: "", kind: "" };
const SELECT_CLASS = `${CONTROL_CLASS} h-9 w-auto! text-sm [@media(pointer:coarse)]:h-[44px]`;

/** The service's list of models: searched, filtered, read anew; choosing one makes it usable. */
export function CatalogBrowser({ search, onAdded }: { search: string; onAdded: (modelId: string) => void }) {
  const t = useTranslations("catalog");
  const [filter, setFilter] = useState({ ...NO_FILTER, q: search });
  const { query, list, models, refresh, refreshing, refreshFailed } = useCatalog(useDeferredValue(filter));
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  // What was typed before the page took over is in the box alone.
  const takeEarly = useEffectEvent(() => box.current?.value && setFilter({ ...filter, q: box.current.value }));
  useEffect(() => {
    takeEarly();
  }, []);
  const isFirstReading = list?.readAt === undefined && (query.isPending || list?.isReading || refreshing);
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id={id} className="font-medium text-lg">
          {t(list?.upstream === "sandbox" ? "titleSandbox" : "title")}
        </h2>
        {list?.readAt ? (
          <span className="text-quiet text-xs">
            {t("readAt")} <Moment iso={list.readAt} />
          </span>
        ) : null}
        <Button variant="quiet" className="ml-auto" disabled={refreshing} onClick={() => refresh()}>
          <RefreshCw size={14} aria-hidden className={refreshing ? "motion-safe:animate-spin" : undefined} />
          {t("refresh")}
        </Button>
      </div>
      {list ? <CatalogNotes list={list} /> : null}
      <search className="flex flex-wrap gap-2">
        <input
          ref={box}
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={filter.q}
          maxLength={200}
          onChange={(event) => setFilter({ ...filter, q: event.target.value })}
          className={`${CONTROL_CLASS} h-9 min-w-48 grow basis-60 text-sm [@media(pointer:coarse)]:h-[44px]`}
        />
        <Choice
          label={t("category")}
          value={filter.category}
          choices={list?.categories ?? []}
          onChange={(category) => setFilter({ ...filter, category })}
        />
        <Choice
          label={t("kind")}
          value={filter.kind}
          choices={list?.kinds ?? []}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
      </search>
      <p role="status" className="text-quiet text-sm">
        {isFirstReading ? t("reading") : list?.readAt ? t("count", { count: list.total }) : ""}
      </p>
      {query.isError || refreshFailed ? (
        <div role="alert" className="flex flex-wrap items-center gap-3">
          <p className="text-failed text-sm">{t("loadFailed")}</p>
          <Button onClick={() => (refreshFailed ? refresh() : void query.refetch())}>{t("retry")}</Button>
        </div>
      ) : null}
      <ul
        aria-labelledby={id}
        className="flex flex-col divide-y divide-line rounded-card border border-line empty:hidden"
      >
        {models.map((model) => (
          <CatalogEntry key={model.id} model={model} onAdded={onAdded} />
        ))}
      </ul>
      {list?.readAt && list.total === 0 && Object.values(filter).some(Boolean) ? (
        <EmptyCatalog onClear={() => setFilter(NO_FILTER)} />
      ) : null}
      {query.hasNextPage ? (
        <Button className="self-center" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      ) : null}
    </section>
  );
}

function Choice(props: {
  label: string;
  value: string;
  choices: readonly string[];
  onChange: (value: string) => void;
}) {
  const t = useTranslations("catalog");
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      className={SELECT_CLASS}
    >
      <option value="">{t("any", { what: props.label })}</option>
      {props.choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}
