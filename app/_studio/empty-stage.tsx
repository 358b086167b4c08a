"use client";
import { useTranslations } from "use-intl";

const GHOSTS = ["lead", "coat", "lantern"];

/** Before the first take: the thing itself, small, and where it will appear. */
export function EmptyStage() {
  const t = useTranslations("stage");
  return (
    <div className="flex grow flex-col items-center justify-center gap-5 p-6 text-center text-white/85">
      <div aria-hidden className="flex aspect-video w-full max-w-100 gap-px overflow-hidden rounded-sm opacity-60">
        {GHOSTS.map((name) => (
          // biome-ignore lint/performance/noImgElement: shipped pictures, small, and the optimiser is off.
          <img key={name} src={`/samples/${name}.webp`} alt="" className="min-w-0 grow basis-0 object-cover" />
        ))}
      </div>
      <div className="flex max-w-100 flex-col gap-1">
        <p className="font-medium text-lg text-white">{t("emptyTitle")}</p>
        <p className="text-sm">{t("emptyText")}</p>
      </div>
    </div>
  );
}
