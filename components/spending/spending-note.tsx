"use client";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import type { WireSpending } from "@/lib/api/spending-contract";
import { usdText } from "@/lib/spending/money";
import { WINDOWS } from "@/lib/spending/windows";
import { useSpending } from "./use-spending";

/** Of a cap; from there on it is said beside Generate. */
const LITTLE = 0.2;

/** How little is left under a cap, where it is little. */
export function SpendingNote({ newest }: { newest: Pick<WireJob, "id" | "status"> | undefined }) {
  const t = useTranslations("spending");
  const { data } = useSpending(newest && `${newest.id} ${newest.status}`);
  const scarce = data && scarcest(data);
  return (
    <p role="status" className="bg-panel px-4 pb-3 text-sm text-unsure empty:hidden">
      {scarce ? t(scarce.left === 0 && scarce.cap > 0 ? "usedUp" : "low", wordsOf(scarce)) : null}
    </p>
  );
}

type Scarce = { window: (typeof WINDOWS)[number]; cap: number; left: number; endsAt: string };

function scarcest(spending: WireSpending): Scarce | undefined {
  const capped = WINDOWS.flatMap((window) => {
    const { capMicros: cap, leftMicros: left, endsAt } = spending[window];
    if (cap === null || left === null) return [];
    return left > 0 && left >= cap * LITTLE ? [] : [{ window, cap, left, endsAt }];
  });
  return capped.sort((a, b) => a.left - b.left)[0];
}

function wordsOf({ window, cap, left, endsAt }: Scarce) {
  return { window, cap: usdText(cap), left: usdText(left), opens: endsAt.slice(0, 16).replace("T", " ") };
}
