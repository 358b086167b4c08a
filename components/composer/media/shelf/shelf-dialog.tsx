"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Dialog } from "@/components/ui/dialog";
import type { WireAsset } from "@/lib/api/contract";
import { libraryApi } from "@/lib/api/library-client";
import type { MediaItem, MediaSlot } from "../../composition";
import { itemOfAsset } from "../item-of-asset";
import { ShelfTile } from "./shelf-tile";

const PAGE = 24;

/** What was uploaded before, in any session: searched, several chosen at once, as many as the slot has room for. */
export function ShelfDialog(props: {
  slot: MediaSlot;
  room: number;
  onAdd: (items: MediaItem[]) => void;
  onClose: () => void;
}) {
  const { slot, room } = props;
  const t = useTranslations("shelf");
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<WireAsset[]>([]);
  const q = useDeferredValue(query.trim());
  const pages = useInfiniteQuery({
    queryKey: ["uploads", slot.media, q],
    queryFn: ({ pageParam }) => libraryApi.listUploads({ kind: slot.media, q, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
    retry: false,
  });
  const assets = pages.data?.pages.flatMap((page) => page.assets) ?? [];
  const toggle = (asset: WireAsset) =>
    setChosen((before) =>
      before.some(({ id }) => id === asset.id)
        ? before.filter(({ id }) => id !== asset.id)
        : [...(room === 1 ? [] : before), asset],
    );
  const add = () => {
    props.onAdd(chosen.map(itemOfAsset));
    props.onClose();
  };

  return (
    <Dialog title={t("title")} closeLabel={t("close")} onClose={props.onClose} wide>
      <div className="flex flex-col gap-3">
        <input
          data-first-focus
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className={`${CONTROL_CLASS} h-10`}
        />
        <p role="status" className="text-quiet text-sm empty:hidden">
          {pages.isPending ? t("loading") : null}
          {pages.isSuccess && assets.length === 0 ? (q ? t("nothingFound", { query: q }) : t("empty")) : null}
        </p>
        {pages.isError ? (
          <div role="alert" className="flex items-center gap-3 text-failed text-sm">
            {t("failed")}
            <Button onClick={() => void pages.refetch()}>{t("again")}</Button>
          </div>
        ) : null}
        <ul aria-label={t("title")} className="grid grid-cols-2 gap-2 sm:grid-cols-4 md:grid-cols-5">
          {assets.map((asset) => {
            const place = chosen.findIndex(({ id }) => id === asset.id);
            return (
              <ShelfTile
                key={asset.id}
                slot={slot}
                asset={asset}
                place={place}
                full={place < 0 && room > 1 && chosen.length >= room}
                onToggle={() => toggle(asset)}
              />
            );
          })}
        </ul>
        {pages.hasNextPage ? (
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {pages.isFetchingNextPage ? t("loading") : t("more")}
          </Button>
        ) : null}
        <div className="sticky -bottom-4 -mx-4 -mb-4 flex items-center justify-between gap-3 border-line border-t bg-panel px-4 py-3">
          <span className="text-quiet text-sm">{t("room", { chosen: chosen.length, room })}</span>
          <Button variant="primary" disabled={chosen.length === 0} onClick={add}>
            {t("add", { count: chosen.length })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
