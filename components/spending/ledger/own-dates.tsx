"use client";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { MAX_LEDGER_DAYS } from "@/lib/spending/ledger";
import { faultOf } from "./view";

type Days = { from: string; to: string };

/** Two dates. What is no range stays here, with the reason; the address takes what is one. */
export function OwnDates({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  const t = useTranslations("ledger");
  const id = useId();
  const [typed, setTyped] = useState<Days>({ from: days.from, to: days.to });
  const [shown, setShown] = useState(typed);
  // The way back, or another range: what was typed before is over.
  if (shown.from !== days.from || shown.to !== days.to) {
    setShown({ from: days.from, to: days.to });
    setTyped({ from: days.from, to: days.to });
  }
  const fault = faultOf(typed);
  const set = (name: keyof Days, value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const isNew = typed.from !== days.from || typed.to !== days.to;
  // While a year is being typed there is a date for every digit: what is left is what was meant.
  const keep = () => {
    if (isNew && !fault) onChange(typed);
  };
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="flex flex-col gap-1 text-quiet text-sm">
          {t(name)}
          <input
            type="date"
            required
            value={typed[name]}
            aria-invalid={fault ? true : undefined}
            aria-describedby={`${id}-fault`}
            onChange={({ target }) => set(name, target.value)}
            onBlur={keep}
            className={`${CONTROL_CLASS} min-h-8 [@media(pointer:coarse)]:min-h-[44px]`}
          />
        </label>
      ))}
      <p id={`${id}-fault`} role="status" className="w-full text-failed text-sm empty:hidden">
        {fault ? t(`fault.${fault}`, { max: MAX_LEDGER_DAYS }) : null}
      </p>
    </form>
  );
}
