"use client";
import { useFormatter, useTranslations } from "use-intl";
import type { WireModel } from "@/lib/api/contract";
import type { JsonObject } from "@/lib/json";
import { usdText } from "@/lib/spending/money";
import { estimateOf } from "@/lib/spending/price";
import type { Composition } from "./composition";
import { useComposition } from "./composition-context";

/**
 * What a take of the present form should cost, as a part of Generate. It is no part of the button's name: a base price is not the price
 * of a set of parameters, so that it is said as an estimate, with the age of the price.
 */
export function Estimate({ model, each, id }: { model: WireModel; each: boolean; id: string }) {
  const t = useTranslations("spending");
  const format = useFormatter();
  const { price, fields } = model;
  const micros = useComposition(({ values }) => estimateOf(price, { fields, input: given(values) }));
  const words = micros === "unknown" ? t("priceUnknown") : t(each ? "aboutEach" : "about", { amount: usdText(micros) });
  const readAt = price?.asOfMs === undefined ? undefined : format.dateTime(price.asOfMs, { dateStyle: "medium" });
  return (
    <>
      <span aria-hidden className="font-normal text-sm">
        · {words}
      </span>
      <span id={id} hidden>
        {micros === "unknown" ? t("priceUnknown") : t("estimateHelp", { words, readAt: readAt ?? "none" })}
      </span>
    </>
  );
}

function given(values: Composition["values"]): JsonObject {
  const set = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return Object.fromEntries(set);
}
