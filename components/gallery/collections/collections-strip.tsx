"use client";
import clsx from "clsx";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WireCollection } from "@/lib/api/gallery-contract";
import { collectionPath } from "./collection-path";
import { Cover } from "./cover";
import { useCollections } from "./use-collections";
import { useOverflow } from "./use-overflow";

const NewCollection = dynamic(() => import("./new-collection").then((module) => module.NewCollection), { ssr: false });

/** A row of covers over the takes, each leading to its collection; all of them at once where the row is too long. */
export function CollectionsStrip() {
  const t = useTranslations("collections");
  const { query, collections } = useCollections();
  const [naming, setNaming] = useState(false);
  const [made, setMade] = useState<WireCollection>();
  const [expanded, setExpanded] = useState(false);
  const row = useRef<HTMLUListElement>(null);
  const overflows = useOverflow(row, `${collections.length} ${expanded}`);
  useEffect(() => {
    if (made) row.current?.querySelector(`[data-collection="${made.id}"]`)?.scrollIntoView({ block: "nearest" });
  }, [made]);
  return (
    <section aria-label={t("label")} className="flex flex-col gap-2">
      <div className="flex gap-3">
        <button
          type="button"
          onClick={() => setNaming(true)}
          className="mt-0.5 flex w-30 shrink-0 flex-col gap-1 self-start rounded-sm text-left text-quiet text-sm hover:text-text"
        >
          <span className="flex aspect-4/3 w-full items-center justify-center rounded-sm border border-edge/60 border-dashed">
            <Plus size={20} aria-hidden />
          </span>
          <span className="px-0.5">{t("new")}</span>
        </button>
        {query.isPending ? <Ghosts label={t("loading")} /> : null}
        {query.isError && query.data === undefined ? (
          <div role="alert" className="flex flex-col items-start justify-center gap-2 text-failed text-sm">
            {t("loadFailed")}
            <Button onClick={() => void query.refetch()}>{t("retry")}</Button>
          </div>
        ) : null}
        {query.isSuccess && collections.length === 0 ? (
          <p className="max-w-90 self-center text-quiet text-sm">{t("empty")}</p>
        ) : null}
        <ul
          ref={row}
          className={clsx(
            "scrolls flex min-w-0 gap-3 p-0.5 empty:hidden",
            expanded ? "max-h-[60dvh] flex-wrap overflow-y-auto" : "overflow-x-auto",
          )}
        >
          {collections.map((collection) => (
            <CollectionLink key={collection.id} collection={collection} />
          ))}
        </ul>
      </div>
      {overflows || expanded ? (
        <Button variant="quiet" className="self-start" aria-expanded={expanded} onClick={() => setExpanded(!expanded)}>
          {expanded ? t("showFewer") : t("showAll", { count: collections.length })}
        </Button>
      ) : null}
      <p role="status" className="text-sm empty:hidden">
        {made ? t("made", { name: made.name }) : null}
      </p>
      {naming ? <NewCollection onMade={setMade} onClose={() => setNaming(false)} /> : null}
    </section>
  );
}

function CollectionLink({ collection }: { collection: WireCollection }) {
  const t = useTranslations("collections");
  return (
    <li data-collection={collection.id} className="w-30 shrink-0">
      <Link href={collectionPath(collection.id)} className="flex flex-col gap-1 rounded-sm text-sm" prefetch={false}>
        <Cover posterUrls={collection.posterUrls} className="aspect-4/3 w-full" />
        <span className="flex flex-col px-0.5">
          <span className="truncate">{collection.name}</span>
          <span className="text-quiet text-xs tabular-nums">{t("count", { count: collection.count })}</span>
        </span>
      </Link>
    </li>
  );
}

function Ghosts({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex gap-3 overflow-hidden p-0.5">
      {[1, 2, 3].map((place) => (
        <span key={place} className="breathes aspect-4/3 h-22 shrink-0 rounded-sm border border-line border-dashed" />
      ))}
    </div>
  );
}
