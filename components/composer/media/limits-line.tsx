"use client";
import { useLocale, useTranslations } from "use-intl";
import { formatBytes } from "@/lib/format";
import { typeName } from "@/lib/media/type-refusal";
import type { MediaLimits } from "@/lib/schema/field";
import { leastSide } from "@/lib/schema/media-limits";

/** What a slot accepts, in one quiet line; nothing where nothing is known. */
export function LimitsLine({ id, limits }: { id: string; limits: MediaLimits }) {
  const t = useTranslations("media");
  const locale = useLocale();
  const types = new Intl.ListFormat(locale, { type: "disjunction" });
  const pixels = leastSide(limits);
  const { minRatio, maxRatio, minSeconds, maxSeconds } = limits;
  const parts = [
    limits.types && types.format(new Set(limits.types.map(typeName))),
    pixels > 0 && t("minPixels", { pixels }),
    minRatio !== undefined && maxRatio !== undefined && t("ratioBetween", { min: minRatio, max: maxRatio }),
    secondsWords(t, minSeconds, maxSeconds),
    limits.maxBytes !== undefined && t("maxBytes", { size: formatBytes(limits.maxBytes).replace(".0 ", " ") }),
  ];
  const text = parts.filter(Boolean).join(" · ");
  return text ? (
    <p id={id} className="text-quiet text-xs">
      {text}
    </p>
  ) : null;
}

function secondsWords(t: ReturnType<typeof useTranslations<"media">>, min?: number, max?: number) {
  if (min !== undefined && max !== undefined) return t("secondsBetween", { min, max });
  if (max !== undefined) return t("maxSeconds", { max });
  return min === undefined ? undefined : t("minSeconds", { min });
}
