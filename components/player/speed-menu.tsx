"use client";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { Menu } from "@/components/ui/menu";
import { ON_STAGE } from "./on-stage";
import { SPEEDS } from "./shuttle";
import type { Playback } from "./use-playback";

/** How fast it plays; J and L show here too. */
export function SpeedMenu({ playback }: { playback: Playback }) {
  const t = useTranslations("player");
  const speed = t("times", { speed: playback.speed });
  return (
    <Menu
      label={t("speed", { speed })}
      icon={<span className="num text-xs">{speed}</span>}
      className={`${ON_STAGE} w-auto! min-w-[44px] px-1`}
      items={SPEEDS.map((each) => ({
        label: t("times", { speed: each }),
        icon: <Check size={14} aria-hidden className={each === playback.rate ? "" : "invisible"} />,
        onChoose: () => playback.chooseRate(each),
      }))}
    />
  );
}
