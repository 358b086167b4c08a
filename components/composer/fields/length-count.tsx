"use client";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { TextLimit } from "@/lib/schema/field";

const NEAR = 0.9;

/** How much of a text's limit is used, in the model's own measure. */
export function LengthCount({ length, limit }: { length: number; limit: TextLimit }) {
  const t = useTranslations("fields");
  const over = length > limit.max;
  return (
    <span
      className={clsx(over ? "text-failed" : length > limit.max * NEAR && "text-accent")}
      title={limit.cjkWeight === 2 ? t("charactersHelp") : undefined}
    >
      {t("characters", { length, max: limit.max })}
    </span>
  );
}
