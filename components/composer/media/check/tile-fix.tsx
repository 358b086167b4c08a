"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { MediaItem, MediaSlot } from "../../composition";
import { useCompositionStore } from "../../composition-context";
import { applyFix } from "./apply-fix";
import { fixFor } from "./fix-for";
import { wordsFor } from "./judge";

const CropDialog = dynamic(() => import("./crop-dialog").then((module) => module.CropDialog), { ssr: false });

/** What can be done about a refused tile, at the tile. */
export function TileFix({ slot, item, index }: { slot: MediaSlot; item: MediaItem; index: number }) {
  const store = useCompositionStore();
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const [cropping, setCropping] = useState(false);
  const { fix, hindrance } = fixFor(slot, item);
  if (hindrance) return <p className="px-0.5 text-failed text-xs">{wordsFor(t, hindrance)}</p>;
  if (!fix) return null;

  const act = async () => {
    if (fix === "crop") return setCropping(true);
    if (fix === "again") return store.getState().patchItem(slot.id, item.key, { state: "checking", problem: "" });
    setBusy(true);
    await applyFix({ store, slot, item, say: t });
    setBusy(false);
  };
  const name = item.label ?? slot.tags[index] ?? item.name;
  return (
    <>
      <Button
        aria-label={t("checks.fixOf", { fix: t(`checks.${fix}`), name })}
        aria-busy={busy}
        disabled={busy}
        onClick={() => void act()}
        className="mt-0.5 px-1! text-xs!"
      >
        {t(busy ? "checks.working" : `checks.${fix}`)}
      </Button>
      {cropping ? <CropDialog slot={slot} item={item} onDone={() => setCropping(false)} /> : null}
    </>
  );
}
