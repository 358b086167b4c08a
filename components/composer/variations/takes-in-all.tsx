"use client";
import { useTranslations } from "use-intl";
import { expandPlan } from "@/lib/variations/plan";
import { totalSeconds } from "@/lib/variations/spend";
import { useComposition } from "../composition-context";
import { useVariations } from "./variation-context";

/** The number of takes and, where the model has them, the seconds of video in all. */
export function TakesInAll() {
  const t = useTranslations("variations");
  const { plan, count } = useVariations((state) => state.read);
  const fields = useComposition((state) => state.fields);
  const secondsField = fields.find(({ role }) => role === "seconds")?.name ?? "";
  const formSeconds = useComposition((state) => state.values[secondsField]);
  if (!plan) return null;
  const base = formSeconds === undefined ? {} : { [secondsField]: formSeconds };
  const seconds = totalSeconds(fields, expandPlan(fields, base, plan).inputs);
  return (
    <p role="status" className="px-2 text-quiet text-xs tabular-nums">
      {seconds === undefined ? t("count", { count }) : t("countSeconds", { count, seconds })}
    </p>
  );
}
