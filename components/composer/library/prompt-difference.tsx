"use client";
import { useEffect, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { type DifferencePart, wordDifference } from "@/lib/prompt/word-difference";

const ADDED = "rounded-sm bg-done/15 underline decoration-2 decoration-done underline-offset-4";
const REMOVED = "rounded-sm bg-failed/15 line-through decoration-2 decoration-failed";

/** What would change in the prompt that is being written if the chosen one took its place. */
export function PromptDifference({ current, chosen }: { current: string; chosen: string }) {
  const t = useTranslations("library");
  const id = useId();
  const parts = useDifference(current, chosen);
  if (current.trim() === "") return <p className="text-quiet text-sm">{t("currentEmpty")}</p>;
  if (current === chosen) return <p className="text-quiet text-sm">{t("same")}</p>;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-line border-t pt-3">
      <h4 id={id} className="font-medium text-sm">
        {t("difference")}
      </h4>
      <p className="flex flex-wrap gap-x-4 text-quiet text-sm">
        <span>
          <ins className={ADDED}>{t("added")}</ins>
        </span>
        <span>
          <del className={REMOVED}>{t("removed")}</del>
        </span>
      </p>
      <p className="whitespace-pre-wrap break-words text-base">{parts?.map(Part) ?? t("loading")}</p>
    </section>
  );
}

function Part({ kind, text }: DifferencePart, place: number) {
  const key = `${place} ${kind}`;
  if (kind === "same") return <span key={key}>{text}</span>;
  return kind === "added" ? (
    <ins key={key} className={ADDED}>
      {text}
    </ins>
  ) : (
    <del key={key} className={REMOVED}>
      {text}
    </del>
  );
}

function useDifference(current: string, chosen: string): DifferencePart[] | undefined {
  const [parts, setParts] = useState<DifferencePart[]>();
  useEffect(() => {
    let wanted = true;
    void import("diff").then(({ diffArrays }) => {
      if (wanted) setParts(wordDifference(current, chosen, diffArrays));
    });
    return () => {
      wanted = false;
    };
  }, [current, chosen]);
  return parts;
}
