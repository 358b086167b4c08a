"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";

/** A ghost of the grid with what to do: make the first take, or look for less. */
export function EmptyGallery({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const t = useTranslations("gallery");
  return (
    <div className="flex grow flex-col items-center justify-center gap-4 py-16">
      <div aria-hidden className="flex w-full max-w-160 gap-2">
        {[16 / 9, 9 / 16, 1, 4 / 3].map((ratio) => (
          <div
            key={ratio}
            className="basis-0 rounded-sm border border-line border-dashed"
            style={{ flexGrow: ratio, aspectRatio: ratio }}
          />
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
