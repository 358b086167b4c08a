"use client";
import clsx from "clsx";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { WireAsset } from "@/lib/api/contract";
import { formatBytes } from "@/lib/format";
import type { MediaSlot } from "../../composition";
import { issueOf, wordsFor } from "../check/judge";
import { itemOfAsset } from "../item-of-asset";
import { pixelsOf } from "../tile-facts";
import { TilePicture } from "../tile-picture";

/** One earlier upload: chosen by a click, or disabled with what keeps it out of the slot. */
export function ShelfTile(props: {
  slot: MediaSlot;
  asset: WireAsset;
  /** Among the chosen ones; -1 where it is not. */
  place: number;
  /** No more can be chosen. */
  full: boolean;
  onToggle: () => void;
}) {
  const { slot, asset, place } = props;
  const t = useTranslations();
  const item = useMemo(() => itemOfAsset(asset), [asset]);
  const issue = issueOf(slot, item);
  const reason = issue && wordsFor(t, issue);
  const chosen = place >= 0;
  const isOut = Boolean(reason) || props.full;
  return (
    <li>
      <label
        className={clsx(
          "relative flex w-full flex-col gap-1 rounded p-1 text-xs has-focus-visible:outline-2 has-focus-visible:outline-accent",
          chosen && "bg-accent-soft outline-2 outline-accent",
          isOut ? "cursor-not-allowed" : "cursor-pointer hover:bg-raised",
        )}
      >
        <input
          type="checkbox"
          className="absolute inset-0 z-10 size-full cursor-[inherit] opacity-0"
          checked={chosen}
          disabled={isOut}
          aria-label={reason ? `${item.name}. ${reason}` : item.name}
          onChange={props.onToggle}
        />
        <span
          className={clsx("relative aspect-square w-full overflow-hidden rounded-sm bg-stage", isOut && "opacity-50")}
        >
          <TilePicture slot={slot} item={item} />
          {chosen ? (
            <span className="num absolute top-1 left-1 rounded-sm bg-accent px-1.5 text-on-accent">{place + 1}</span>
          ) : null}
        </span>
        <span className="w-full truncate">{item.name}</span>
        <span className="num w-full truncate text-quiet">{pixelsOf(item) ?? formatBytes(asset.bytes)}</span>
        {reason ? <span className="w-full text-failed">{reason}</span> : null}
      </label>
    </li>
  );
}
