"use client";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
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
      update((list) => byName([...list.filter(({ id }) => id !== collection.id), collection]));
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
  return { query, collections: query.data ?? [], ...actions };
}

function byName(list: WireCollection[]): WireCollection[] {
  const key = ({ name, id }: WireCollection) => `${name.toLowerCase()}\n${id}`;
  return list.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
