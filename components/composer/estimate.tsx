"use client";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { WireModel } from "@/lib/api/contract";
import type { JsonObject } from "@/lib/json";
import { usdText } from "@/lib/spending/money";
import { estimateOfAll, isOldPrice } from "@/lib/spending/price";
import { expandPlan } from "@/lib/variations/plan";
import type { Composition } from "./composition";
import { useComposition } from "./composition-context";
import { useVariations } from "./variations/variation-context";

/**
 * What the takes of the present form should cost, as a part of Generate. It is no part of the button's name: a base price is not the
 * price of a set of parameters, so that it is said as an estimate.
 */
export function Estimate({ model, id }: { model: WireModel; id: string }) {
  const t = useTranslations("spending");
  const micros = useEstimate(model);
  const age = usePriceAge(model.price);
  const words = micros === "unknown" ? t("priceUnknown") : t("about", { amount: usdText(micros) });
  return (
    <>
      <span aria-hidden className="font-normal text-sm">
        · {words}
      </span>
      <span id={id} hidden>
        {micros === "unknown" ? words : t("estimateHelp", { words, age })}
      </span>
    </>
  );
}

/** How old the price is that the estimate comes from; nothing where there is no estimate. */
export function PriceAge({ model }: { model: WireModel }) {
  const micros = useEstimate(model);
  const age = usePriceAge(model.price);
  return micros === "unknown" ? null : <p>{age}</p>;
}

function useEstimate({ price, fields }: WireModel): number | "unknown" {
  const plan = useVariations((state) => state.read.plan);
  return useComposition(({ values }) => {
    const base = given(values);
    return estimateOfAll(price, { fields, inputs: plan ? expandPlan(fields, base, plan).inputs : [base] });
  });
}

function usePriceAge(price: WireModel["price"]): string {
  const t = useTranslations("spending");
  const format = useFormatter();
  const [nowMs] = useState(() => Date.now());
  if (price?.asOfMs === undefined) return t("priceAge.unknown");
  const date = format.dateTime(price.asOfMs, { dateStyle: "medium" });
  return t(isOldPrice(price, nowMs) ? "priceAge.old" : "priceAge.fresh", { date });
}

function given(values: Composition["values"]): JsonObject {
  const set = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return Object.fromEntries(set);
}
