"use client";
import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { BulkCache } from "@/components/gallery/bulk/cache";
import type { Layout } from "@/components/gallery/layout";
import { SelectionLayer } from "@/components/gallery/selection/selection-layer";
import { useSelection } from "@/components/gallery/selection/use-selection";
import type { GalleryTake } from "@/components/gallery/take";
import { type GalleryData, galleryQuery, patchGallery } from "./gallery-query";
import { removeRestorably } from "./restore";

// Loaded with the first selection.
const BulkBar = dynamic(() => import("@/components/gallery/bulk/bulk-bar").then((module) => module.BulkBar), {
  ssr: false,
});

/** What the grid needs so that takes can be selected, and the bar that acts on them. */
export function useGallerySelection(takes: readonly GalleryTake[], search: string) {
  const t = useTranslations("bulk");
  const order = useMemo(() => takes.map(({ id }) => id), [takes]);
  const selecting = useSelection(order);
  const { ids } = selecting.selection;
  const isSelecting = ids.size > 0;
  const [wasSelecting, setWasSelecting] = useState(false);
  if (isSelecting && !wasSelecting) setWasSelecting(true);
  const selected = useMemo(() => takes.filter(({ id }) => ids.has(id)), [takes, ids]);
  const cache = useBulkCache(search);

  const latest = useRef(selecting);
  useEffect(() => {
    latest.current = selecting;
  });
  const onPress = useCallback((id: string, event: MouseEvent) => {
    const { selection, toggle, extendTo } = latest.current;
    const isOnMark = event.currentTarget.hasAttribute("data-check");
    if (event.shiftKey) extendTo(id);
    else if (event.ctrlKey || event.metaKey || isOnMark || selection.ids.size > 0) toggle(id);
    else return false;
    return true;
  }, []);

  return {
    grid: {
      selected: ids,
      selecting: isSelecting,
      onPress,
      overlay: (layout: Layout, grid: HTMLElement) => (
        <SelectionLayer grid={grid} layout={layout} order={order} selecting={selecting} />
      ),
    },
    bar: (
      <>
        <p role="status" className="sr-only">
          {isSelecting ? t("selected", { count: ids.size }) : wasSelecting ? t("noneSelected") : null}
        </p>
        {wasSelecting ? (
          <BulkBar
            takes={selected}
            collectionId={new URLSearchParams(search).get("collection") ?? undefined}
            cache={cache}
            onClear={selecting.clear}
          />
        ) : null}
      </>
    ),
  };
}

function useBulkCache(search: string): BulkCache {
  const client = useQueryClient();
  return useMemo(() => {
    return {
      patch: (change) => patchGallery(client, change),
      remove: (ids) => removeRestorably(client, ids),
      leave: (ids) => {
        const gone = new Set(ids);
        client.setQueryData<GalleryData>(galleryQuery(search).queryKey, (data) => {
          if (!data) return data;
          const pages = data.pages.map((page) => ({ ...page, takes: page.takes.filter(({ id }) => !gone.has(id)) }));
          return { ...data, pages };
        });
      },
      forgetOthers: () => {
        client.removeQueries({ queryKey: ["gallery"], type: "inactive" });
        for (const key of ["collections", "trash"]) void client.invalidateQueries({ queryKey: [key] });
      },
    };
  }, [client, search]);
}
