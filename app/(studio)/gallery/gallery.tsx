"use client";
import { useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { CollectionsStrip } from "@/components/gallery/collections/collections-strip";
import { EmptyGallery } from "@/components/gallery/empty-gallery";
import { FilterBar } from "@/components/gallery/filters/filter-bar";
import { NO_FILTERS } from "@/components/gallery/filters/filter-values";
import type { NamedModel } from "@/components/gallery/filters/use-filter-words";
import { Grid } from "@/components/gallery/grid";
import { ListEnd, LoadedCount, LoadProblem } from "@/components/gallery/list-notes";
import { TrashLink } from "@/components/gallery/trash/trash-link";
import { filtersSearch } from "./filters";
import { resetGallery } from "./gallery-query";
import { TILE_PARTS } from "./tile-parts";
import { useFilters } from "./use-filters";
import { type InitialGallery, useGallery } from "./use-gallery";
import { useGallerySelection } from "./use-gallery-selection";

const CollectionHeader = dynamic(
  () => import("@/components/gallery/collections/collection-header").then((module) => module.CollectionHeader),
  { ssr: false, loading: () => <div className="min-h-22" /> },
);

/** The takes that the address asks for. */
export function Gallery({ initial, models }: { initial: InitialGallery; models: readonly NamedModel[] }) {
  const t = useTranslations("gallery");
  const client = useQueryClient();
  const { filters, search, change } = useFilters();
  const { collection: collectionId } = filters;
  const list = useGallery(search, initial);
  const { takes } = list;
  const isBareCollection = collectionId !== undefined && search === filtersSearch({ collection: collectionId });
  const selection = useGallerySelection(takes, list.shownSearch);
  return (
    <main id="content" className="flex w-full grow flex-col gap-4 p-4">
      {collectionId ? (
        <CollectionHeader
          id={collectionId}
          onOrdered={() => resetGallery(client)}
          onDeleted={() => change(NO_FILTERS, "replace")}
        />
      ) : (
        <header className="flex flex-wrap items-center gap-x-3">
          <h1 className="font-semibold text-xl">{t("title")}</h1>
          <LoadedCount count={takes.length} isWhole={!list.hasMore} isLoading={list.isLoading} />
          <TrashLink />
        </header>
      )}
      {search !== "" || takes.length > 0 || list.isLoading ? (
        <FilterBar filters={filters} models={models} onChange={change} />
      ) : null}
      {search === "" && takes.length > 0 ? <CollectionsStrip /> : null}
      {list.isBroken || list.isStale ? <LoadProblem isStale={!list.isBroken} onRetry={list.retry} /> : null}
      {takes.length === 0 && !list.isBroken && !list.isLoading && !isBareCollection ? (
        <EmptyGallery
          isFiltered={search !== ""}
          onClear={() => {
            change({ ...NO_FILTERS, collection: collectionId });
            // The button goes with what it was for.
            document.querySelector<HTMLElement>("#content [type=search]")?.focus();
          }}
        />
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
          {...selection.grid}
        />
      </div>
      <ListEnd
        hasMore={list.hasMore}
        isLoading={list.isLoadingMore}
        isBroken={list.isMoreBroken}
        onMore={list.loadMore}
        onRetry={list.retry}
      />
      {selection.bar}
    </main>
  );
}
