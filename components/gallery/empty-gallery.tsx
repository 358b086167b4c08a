"use client";
import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";

const GHOSTS = ["grow-16 aspect-16/9", "grow-[5.0625] aspect-9/16", "grow-9 aspect-square", "grow-12 aspect-4/3"];

/** A ghost of the grid with what to do: make the first take, or look for less. */
export function EmptyGallery({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const t = useTranslations("gallery");
  return (
    <div className="flex grow flex-col items-center justify-center gap-4 py-16">
      <div aria-hidden className="flex w-full max-w-160 gap-2">
        {GHOSTS.map((shape) => (
          <div key={shape} className={clsx("basis-0 rounded-sm border border-line border-dashed", shape)} />
        ))}
      </div>
      <p className="text-quiet">{isFiltered ? t("nothingFound") : t("empty")}</p>
      {isFiltered ? (
        <Button variant="primary" onClick={onClear}>
          {t("clearFilters")}
        </Button>
      ) : (
        <Link href="/" className={buttonClass("primary")}>
          {t("emptyAction")}
        </Link>
      )}
    </div>
  );
}
