"use client";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLocale } from "use-intl";
import { galleryApi } from "@/lib/api/gallery-client";
import type { WireCollection } from "@/lib/api/gallery-contract";

const collectionsQuery = queryOptions({
  queryKey: ["collections"],
  queryFn: async () => (await galleryApi.listCollections()).collections,
  staleTime: 30_000,
});

/** All collections by name, and what can be done with one. Every action throws `ApiError`. */
export function useCollections() {
  const client = useQueryClient();
  const query = useQuery(collectionsQuery);
  const actions = useMemo(() => {
    const update = (change: (list: WireCollection[]) => WireCollection[]) =>
      client.setQueryData(collectionsQuery.queryKey, (list) => list && change(list));
    const keep = ({ collection }: { collection: WireCollection }) => {
      update((list) => [...list.filter(({ id }) => id !== collection.id), collection]);
      return collection;
    };
    const refresh = () => client.invalidateQueries({ queryKey: collectionsQuery.queryKey });
    return {
      add: async (name: string, jobIds?: string[]) =>
        keep(await galleryApi.addCollection({ name, ...(jobIds && { jobIds }) })),
      change: async (id: string, change: { name?: string; coverJobId?: string | null }) =>
        keep(await galleryApi.changeCollection(id, change)),
      order: async (id: string, ids: string[]) => keep(await galleryApi.orderCollection(id, ids)),
      remove: async (id: string) => {
        await galleryApi.deleteCollection(id);
        update((list) => list.filter((collection) => collection.id !== id));
      },
      /** Puts takes into a collection, or takes them out. */
      put: async (id: string, jobIds: string[], isIn: boolean) => {
        await galleryApi.actOnJobs({
          ids: jobIds,
          action: isIn ? "addToCollection" : "removeFromCollection",
          collectionId: id,
        });
        void refresh();
      },
    };
  }, [client]);
  const locale = useLocale();
  const collections = useMemo(() => byName(query.data ?? [], locale), [query.data, locale]);
  return { query, collections, ...actions };
}

/** In the order of the reader's language, and "Take 2" before "Take 10". */
export function byName(list: readonly WireCollection[], locale: string): WireCollection[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...list].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
