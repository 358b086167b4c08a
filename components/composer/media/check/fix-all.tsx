"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { MediaItem, MediaSlot } from "../../composition";
import { useCompositionStore } from "../../composition-context";
import { applyFix, usualFrame } from "./apply-fix";
import { fixFor } from "./fix-for";

/** One press for several refused tiles; what is cropped is cropped from its middle. */
export function FixAll({ slot, items }: { slot: MediaSlot; items: readonly MediaItem[] }) {
  const store = useCompositionStore();
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const fixable = items.filter((item) => item.state === "refused" && fixFor(slot, item).fix !== undefined);
  if (fixable.length < 2 && !busy) return null;

  const fixAll = async () => {
    setBusy(true);
    for (const item of fixable) {
      const { fix } = fixFor(slot, item);
      if (fix === "again") store.getState().patchItem(slot.id, item.key, { state: "checking", problem: "" });
      else await applyFix({ store, slot, item, say: t }, fix === "crop" ? usualFrame(slot, item) : undefined);
    }
    setBusy(false);
  };
  return (
    <div>
      <Button aria-busy={busy} disabled={busy} onClick={() => void fixAll()}>
        {busy ? t("checks.working") : t("checks.fixAll", { count: fixable.length })}
      </Button>
    </div>
  );
}
