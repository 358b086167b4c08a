"use client";
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useFollow } from "@/components/jobs/use-jobs";
import { galleryQuery, patchGallery, readPage, takesIn, withHead } from "./gallery-query";
import { type GalleryPage, takeOf } from "./gallery-take";

const FRESH_MS = 10_000;

export type InitialGallery = { search: string; page: GalleryPage; readAtMs: number };

/** The takes of an address: loaded page by page, followed while any is under way, with what is new on top now and then. */
export function useGallery(search: string, initial: InitialGallery) {
  const client = useQueryClient();
  const { queryKey, ...options } = galleryQuery(search);
  const query = useInfiniteQuery({
    queryKey,
    ...options,
    placeholderData: keepPreviousData,
    ...(initial.search === search && {
      initialData: { pages: [initial.page], pageParams: [undefined] },
      initialDataUpdatedAt: initial.readAtMs,
    }),
  });
  const { data, isPlaceholderData, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const takes = useMemo(() => takesIn(data), [data]);

  const [shownSearch, setShownSearch] = useState(search);
  if (!isPlaceholderData && shownSearch !== search) setShownSearch(search);

  const isLoaded = data !== undefined && !isPlaceholderData;
  const head = useQuery({
    queryKey: ["galleryHead", isLoaded ? search : undefined],
    queryFn: async () => {
      const page = await readPage(search);
      client.setQueryData(queryKey, (loaded) => loaded && withHead(loaded, page));
      return true;
    },
    enabled: isLoaded,
    initialData: true,
    initialDataUpdatedAt: query.dataUpdatedAt,
    staleTime: FRESH_MS,
    gcTime: 0,
  });

  useFollow(
    takes.flatMap(({ going }) => going ?? []),
    (fresh) => {
      const byId = new Map(fresh.map((job) => [job.id, takeOf(job)]));
      patchGallery(client, (take) => byId.get(take.id) ?? take);
    },
  );

  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && !isPlaceholderData) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData, fetchNextPage]);

  return {
    takes,
    /** The address whose takes are shown: the one before, while those of a new one are awaited. */
    shownSearch,
    isLoading: query.isPending || isPlaceholderData,
    /** Nothing could be read. */
    isBroken: query.isError && !isFetchNextPageError,
    /** What is new could not be read. */
    isStale: head.isError,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    isMoreBroken: isFetchNextPageError,
    loadMore,
    /** After an error: whatever was asked for. */
    retry: () => {
      if (isFetchNextPageError) return void fetchNextPage();
      return void (query.isError ? query.refetch() : head.refetch());
    },
  };
}
