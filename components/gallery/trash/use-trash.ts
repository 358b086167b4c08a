"use client";
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { galleryApi } from "@/lib/api/gallery-client";
import type { WireTrash } from "@/lib/api/gallery-contract";

const PAGE = 60;
/** What one request restores at most. */
const PER_REQUEST = 500;

const trashQuery = infiniteQueryOptions({
  queryKey: ["trash", "pages"],
  queryFn: ({ pageParam }) => galleryApi.listTrash({ cursor: pageParam, limit: PAGE }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: WireTrash) => page.nextCursor ?? undefined,
});

/** Deleted takes, the last deleted first; read anew whenever the page is opened. Every action throws `ApiError`. */
export function useTrash() {
  const client = useQueryClient();
  const query = useInfiniteQuery({ ...trashQuery, refetchOnMount: "always" });
  const takeOut = (ids: ReadonlySet<string>) => {
    client.setQueryData(trashQuery.queryKey, (data) => data && { ...data, pages: without(data.pages, ids) });
    void client.invalidateQueries({ queryKey: ["trash", "count"] });
  };
  return {
    query,
    jobs: query.data?.pages.flatMap((page) => page.jobs) ?? [],
    total: query.data?.pages[0]?.total ?? 0,
    /** Says how many are in the gallery again, and how many were gone already. */
    async restore(ids: readonly string[]) {
      let restored = 0;
      for (let from = 0; from < ids.length; from += PER_REQUEST) {
        const part = ids.slice(from, from + PER_REQUEST);
        restored += (await galleryApi.actOnJobs({ ids: part, action: "restore" })).done;
        takeOut(new Set(part));
      }
      for (const key of ["jobs", "collections"]) void client.invalidateQueries({ queryKey: [key] });
      return { restored, gone: ids.length - restored };
    },
    async purge(id: string) {
      await galleryApi.purgeJob(id);
      takeOut(new Set([id]));
    },
    async empty() {
      const { removed } = await galleryApi.emptyTrash();
      await client.invalidateQueries({ queryKey: ["trash"] });
      return removed;
    },
  };
}

function without(pages: readonly WireTrash[], ids: ReadonlySet<string>): WireTrash[] {
  const removed = pages.flatMap((page) => page.jobs).filter(({ id }) => ids.has(id)).length;
  return pages.map((page) => ({
    ...page,
    jobs: page.jobs.filter(({ id }) => !ids.has(id)),
    total: Math.max(0, page.total - removed),
  }));
}
