"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { leastSide } from "@/lib/schema/media-limits";
import type { MediaItem, MediaSlot } from "../../composition";
import { useCompositionStore } from "../../composition-context";
import { applyFix } from "./apply-fix";
import { CropArea } from "./crop-area";
import { type Frame, largestFrame, type Size, shapeOf } from "./crop-frame";
import { useSource } from "./use-source";

/** Lets the reader choose a part of a picture within the shapes that its slot takes. `onDone` also where nothing was cropped. */
export function CropDialog({ slot, item, onDone }: { slot: MediaSlot; item: MediaItem; onDone: () => void }) {
  const store = useCompositionStore();
  const t = useTranslations();
  const { address, missing } = useSource(item);
  const [picture, setPicture] = useState<Size | undefined>();
  const [frame, setFrame] = useState<Frame | undefined>();
  const [busy, setBusy] = useState(false);
  const shape = shapeOf(slot.limits);
  const min = leastSide(slot.limits);
  const isSmall = frame !== undefined && Math.min(frame.width, frame.height) < min;

  const crop = async () => {
    setBusy(true);
    await applyFix({ store, slot, item, say: t }, frame);
    onDone();
  };
  const measured = (size: Size) => {
    setPicture(size);
    setFrame(largestFrame(size, shape));
  };
  return (
    <Dialog
      title={t("checks.cropTitle", { name: item.label ?? item.name })}
      closeLabel={t("media.cancel")}
      onClose={onDone}
    >
      <div className="flex flex-col gap-3">
        {missing ? <p className="text-failed text-sm">{t("checks.noSource")}</p> : null}
        {address ? (
          <CropArea
            address={address}
            picture={picture}
            frame={frame}
            shape={shape}
            onMeasured={measured}
            onFrame={setFrame}
          />
        ) : null}
        <p role="status" className="num text-sm">
          {frame ? t("checks.cropSize", { ...frame, ratio: frame.width / frame.height }) : null}
          {isSmall ? <span className="block text-failed">{t("checks.cropTooSmall", { min })}</span> : null}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" disabled={!frame || isSmall || busy} aria-busy={busy} onClick={() => void crop()}>
            {t(busy ? "checks.working" : "checks.crop")}
          </Button>
          <Button disabled={!picture || busy} onClick={() => picture && measured(picture)}>
            {t("checks.cropLargest")}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {t("media.cancel")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
