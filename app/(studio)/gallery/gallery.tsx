"use client";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import { EmptyGallery } from "@/components/gallery/empty-gallery";
import { FILTER_NAMES } from "@/components/gallery/filters/filter-values";
import { Grid } from "@/components/gallery/grid";
import { ListEnd, LoadedCount, LoadProblem } from "@/components/gallery/list-notes";
import { TILE_PARTS } from "./tile-parts";
import { useFilters } from "./use-filters";
import { type InitialGallery, useGallery } from "./use-gallery";

const NO_FILTERS = Object.fromEntries(FILTER_NAMES.map((name) => [name, undefined]));

/** The takes that the address asks for. */
export function Gallery({ initial }: { initial: InitialGallery }) {
  const t = useTranslations("gallery");
  const { search, change } = useFilters();
  const list = useGallery(search, initial);
  const { takes } = list;
  return (
    <main id="content" className="flex w-full grow flex-col gap-4 p-4">
      <header className="flex items-baseline gap-3">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <LoadedCount count={takes.length} isWhole={!list.hasMore} isLoading={list.isLoading} />
      </header>
      {list.isBroken || list.isStale ? <LoadProblem isStale={!list.isBroken} onRetry={list.retry} /> : null}
      {takes.length === 0 && !list.isBroken && !list.isLoading ? (
        <EmptyGallery isFiltered={search !== ""} onClear={() => change(NO_FILTERS)} />
      ) : null}
      <div
        aria-busy={list.isLoading}
        className={clsx(
          "transition-opacity duration-150",
          list.isLoading && "opacity-60",
          takes.length === 0 && "hidden",
        )}
      >
        <Grid
          key={list.shownSearch}
          label={t("takes")}
          takes={takes}
          isWhole={!list.hasMore}
          parts={TILE_PARTS}
          onNearEnd={list.loadMore}
        />
      </div>
      <ListEnd
        hasMore={list.hasMore}
        isLoading={list.isLoadingMore}
        isBroken={list.isMoreBroken}
        onMore={list.loadMore}
        onRetry={list.retry}
      />
    </main>
  );
}
