"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { comparePath, MAX_TAKES } from "@/lib/compare/takes";
import { fillBasket, toggled, useBasket } from "./basket";

/** Puts a take aside to be compared; with a second one there is something to compare. */
export function CompareButton({ jobId }: { jobId: string }) {
  const t = useTranslations("compare");
  const basket = useBasket();
  const inside = basket.includes(jobId);
  const full = !inside && basket.length >= MAX_TAKES;
  return (
    <>
      <Button
        aria-pressed={inside}
        aria-disabled={full || undefined}
        title={full ? t("full") : undefined}
        onClick={() => fillBasket(toggled(basket, jobId))}
        className={inside ? "border-accent!" : ""}
      >
        {t("title")}
      </Button>
      {basket.length > 1 ? (
        <Link href={comparePath(basket)} className={buttonClass("quiet", "underline")}>
          {t("compareCount", { count: basket.length })}
        </Link>
      ) : null}
      <span role="status" className="text-quiet text-sm empty:hidden">
        {inside && basket.length === 1 ? t("oneMore") : full ? t("full") : null}
      </span>
    </>
  );
}
