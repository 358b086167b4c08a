"use client";
import clsx from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { TextLimit } from "@/lib/schema/field";

const NEAR = 0.9;

/** How much of a text's limit is used, in the model's own measure, in words near and beyond the limit. Nothing is ever cut. */
export function LengthCount({ length, limit }: { length: number; limit: TextLimit }) {
  const t = useTranslations("fields");
  const tMentions = useTranslations("mentions");
  const level = length > limit.max ? "over" : length >= limit.max * NEAR ? "near" : "far";
  const words = {
    over: tMentions("charactersOver", { count: length - limit.max }),
    near: tMentions("charactersLeft", { count: limit.max - length }),
    far: "",
  }[level];
  const [announced, setAnnounced] = useState({ level, words: "" });
  // Read out when a threshold is crossed, and not with every key stroke.
  if (announced.level !== level) setAnnounced({ level, words });
  return (
    <>
      <span
        className={clsx({ over: "text-failed", near: "text-accent", far: "" }[level])}
        title={limit.cjkWeight === 2 ? t("charactersHelp") : undefined}
      >
        {words ? <span className="font-sans">{words} · </span> : null}
        {t("characters", { length, max: limit.max })}
      </span>
      <span role="status" className="sr-only">
        {announced.words}
      </span>
    </>
  );
}
