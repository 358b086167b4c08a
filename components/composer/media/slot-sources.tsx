"use client";
import { Film, Images, Link2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { MediaSlot } from "../composition";

type Source = "address" | "shelf" | "frames";

/** Where files come from other than this computer. */
export function SlotSources(props: {
  slot: MediaSlot;
  onOpen: (source: Source) => void;
  onSample: (ref: string) => void;
}) {
  const { slot, onOpen } = props;
  const { sample } = slot;
  const t = useTranslations("media");
  const tComposer = useTranslations("composer");
  return (
    <div className="-ml-2 flex flex-wrap">
      <Button variant="quiet" className="px-2" onClick={() => onOpen("shelf")}>
        <Images size={14} aria-hidden />
        {t("earlier")}
      </Button>
      {slot.media === "image" ? (
        <Button variant="quiet" className="px-2" onClick={() => onOpen("frames")}>
          <Film size={14} aria-hidden />
          {t("fromTake")}
        </Button>
      ) : null}
      <Button variant="quiet" className="px-2" onClick={() => onOpen("address")}>
        <Link2 size={14} aria-hidden />
        {t("byAddress")}
      </Button>
      {sample ? (
        <Button variant="quiet" className="px-2" onClick={() => props.onSample(sample)}>
          {tComposer("useSample")}
        </Button>
      ) : null}
    </div>
  );
}
