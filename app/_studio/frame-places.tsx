"use client";
import { useTranslations } from "use-intl";
import type { MediaItem, MediaSlot } from "@/components/composer/composition";
import { Button } from "@/components/ui/button";
import { hasPlace } from "./put-in-slot";

/** The places for pictures of a form, as buttons. */
export function FramePlaces(props: {
  form: { slots: readonly MediaSlot[]; media: Record<string, MediaItem[]> };
  busy: boolean;
  onChoose: (slot: MediaSlot) => void;
}) {
  const t = useTranslations("useFrame");
  const slots = props.form.slots.filter(({ media }) => media === "image");
  if (slots.length === 0) return <p className="text-quiet">{t("noPlace")}</p>;
  return (
    <div className="flex flex-wrap gap-2">
      {slots.map((slot) => {
        const isOpen = hasPlace(props.form, slot.id);
        return (
          <Button key={slot.id} disabled={props.busy || !isOpen} onClick={() => props.onChoose(slot)}>
            {isOpen ? slot.label : t("full", { label: slot.label })}
          </Button>
        );
      })}
    </div>
  );
}
