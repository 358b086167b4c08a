"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { api } from "@/lib/api/client";
import type { WireJobList } from "@/lib/api/contract";
import type { WireCollection } from "@/lib/api/gallery-contract";
import { ArrangeTiles } from "./arrange-tiles";
import { createArrangement } from "./arrangement";
import { useCollections } from "./use-collections";

const PAGE = 100;

type ArrangeProps = { collection: WireCollection; onOrdered: () => void; onClose: () => void };

/** Puts the takes of a collection in order, and chooses the one that stands for it. */
export function Arrange({ collection, onOrdered, onClose }: ArrangeProps) {
  const t = useTranslations("collections");
  const { order } = useCollections();
  const [arranging] = useState(() => createArrangement((ids) => order(collection.id, ids)));
  const { ids, state } = useStore(arranging.store);
  const takes = useInfiniteQuery({
    queryKey: ["arrange", collection.id],
    queryFn: ({ pageParam }) =>
      api.listJobs({ collectionId: collection.id, sort: "collection", limit: PAGE, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: WireJobList) => page.nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const jobs = takes.data?.pages.flatMap((page) => page.jobs);
  useEffect(() => arranging.load(takes.data?.pages.flatMap((page) => page.jobs.map(({ id }) => id)) ?? []));
  const close = () => {
    onClose();
    if (state !== "still") void arranging.keep().then(onOrdered);
  };
  return (
    <Dialog title={t("arrange")} closeLabel={t("close")} onClose={close} wide>
      {takes.isPending ? (
        <p role="status" className="py-8 text-center text-quiet text-sm">
          {t("takesLoading")}
        </p>
      ) : null}
      {jobs && ids.length > 0 ? (
        <ArrangeTiles collection={collection} arranging={arranging} jobs={jobs} ids={ids} state={state} />
      ) : null}
      {takes.isSuccess && jobs?.length === 0 ? <p className="py-8 text-center text-quiet">{t("noTakes")}</p> : null}
      {takes.isError ? (
        <div role="alert" className="flex flex-col items-center gap-2 py-4 text-failed text-sm">
          {t("takesFailed")}
          <Button onClick={() => void (jobs ? takes.fetchNextPage() : takes.refetch())}>{t("retry")}</Button>
        </div>
      ) : takes.hasNextPage ? (
        <Button className="mt-3" onClick={() => void takes.fetchNextPage()}>
          {takes.isFetchingNextPage ? t("takesLoading") : t("more")}
        </Button>
      ) : null}
    </Dialog>
  );
}
