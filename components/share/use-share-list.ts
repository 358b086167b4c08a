"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api/client";
import { shareApi } from "@/lib/api/share-client";
import type { WireShareList } from "@/lib/api/share-contract";

const PAGE = 40;
const queryKey = ["shares"];

/** All links, page by page, newest first. They are read anew whenever the list is opened: views are counted elsewhere. */
export function useShareList() {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => shareApi.listShares({ cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: WireShareList) => last.nextCursor ?? undefined,
    refetchOnMount: "always",
  });
  return {
    query,
    shares: query.data?.pages.flatMap((page) => page.shares) ?? [],
    /** @throws ApiError */
    async revoke(id: string) {
      await shareApi.revokeShare(id).catch(unlessEndedBefore);
      client.setQueryData<typeof query.data>(queryKey, (data) => {
        if (!data) return data;
        const pages = data.pages.map((page) => ({ ...page, shares: page.shares.filter((share) => share.id !== id) }));
        return { ...data, pages };
      });
    },
  };
}

/** Somebody else, or another tab, was faster. */
function unlessEndedBefore(error: unknown) {
  if (!(error instanceof ApiError && error.status === 404)) throw error;
}
