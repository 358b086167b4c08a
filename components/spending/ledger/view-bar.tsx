"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/segmented";
import { LEDGER_BY } from "@/lib/spending/ledger";
import { OwnDates } from "./own-dates";
import { daysOf, type LedgerView, RANGES } from "./view";

/** By what takes are added up, and of which days. */
export function ViewBar(props: { view: LedgerView; today: string; onChange: (view: LedgerView) => void }) {
  const t = useTranslations("ledger");
  const { view, today, onChange } = props;
  const id = useId();
  const choose = (value: string) => {
    const range = RANGES.find((each) => each === value);
    // One's own dates begin with those that are shown.
    if (range) onChange({ ...view, range, ...(range !== "own" && daysOf(range, today)) });
  };
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <div className="flex flex-col gap-1">
        <span id={`${id}-by`} className="text-quiet text-sm">
          {t("groupBy")}
        </span>
        <Segmented
          labelledBy={`${id}-by`}
          options={LEDGER_BY.map((by) => ({ value: by, label: t(`by.${by}`) }))}
          value={view.by}
          onChange={(value) => onChange({ ...view, by: LEDGER_BY.find((by) => by === value) ?? view.by })}
        />
      </div>
      <div className="flex flex-col gap-1">
        <span id={`${id}-dates`} className="text-quiet text-sm">
          {t("dates")}
        </span>
        <Segmented
          labelledBy={`${id}-dates`}
          options={RANGES.map((range) => ({ value: range, label: t(`range.${range}`) }))}
          value={view.range}
          onChange={choose}
        />
      </div>
      {view.range === "own" ? <OwnDates days={view} onChange={(days) => onChange({ ...view, ...days })} /> : null}
    </div>
  );
}
