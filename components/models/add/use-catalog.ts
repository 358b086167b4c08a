"use client";
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { modelsApi } from "@/lib/api/models-client";

const KEY = "catalog";
const PAGE = 50;
const LOOK_AGAIN_MS = 1_000;

export type CatalogFilter = { q: string; category: string; kind: string };

/** The service's list by pages. While it is being read for the first time, it is looked at again every second. */
export function useCatalog({ q, category, kind }: CatalogFilter) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: [KEY, q, category, kind],
    queryFn: ({ pageParam }) =>
      modelsApi.listCatalog({
        q: q || undefined,
        category: category || undefined,
        kind: kind || undefined,
        offset: pageParam,
        limit: PAGE,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.models.length, 0);
      return last.models.length > 0 && read < last.total ? read : undefined;
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.isReading ? LOOK_AGAIN_MS : false),
  });
  const anew = () => client.invalidateQueries({ queryKey: [KEY] });
  const refreshing = useMutation({ mutationFn: modelsApi.refreshCatalog, onSettled: anew });
  return {
    query,
    list: query.data?.pages[0],
    models: query.data?.pages.flatMap((page) => page.models) ?? [],
    refresh: () => refreshing.mutate(),
    refreshing: refreshing.isPending,
    refreshFailed: refreshing.isError,
  };
}

/** Adds one model of the list. */
export function useAddFromCatalog(id: string, onAdded: (modelId: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => modelsApi.addCatalogModel(id),
    onSuccess: ({ ids }) => {
      void client.invalidateQueries({ queryKey: [KEY] });
      onAdded(ids[0] ?? id);
    },
  });
}
