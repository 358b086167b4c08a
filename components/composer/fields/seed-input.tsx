"use client";
import { Dices, Lock, LockOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { SeedField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";
import { NumberBox } from "./number-box";
import { isRandomSeed, rollSeed } from "./seed";
import { useNumberCheck } from "./use-number-check";

/** A seed: locked to a number, or random for each take. */
export function SeedInput({ field }: { field: SeedField }) {
  const [value, setValue] = useFieldValue(field.name);
  const t = useTranslations("fields");
  const random = isRandomSeed(field, value);
  const { error, onLeave } = useNumberCheck(field, random ? undefined : value);
  return (
    <FieldBox field={field} error={error}>
      {({ controlId, describedBy, invalid }) => (
        <div className="flex items-center gap-1">
          <NumberBox
            id={controlId}
            wide
            placeholder={t("randomSeed")}
            name={field.name}
            value={typeof value === "number" && !random ? value : undefined}
            whole
            step={1}
            min={field.min}
            max={field.max}
            describedBy={describedBy}
            invalid={invalid}
            onValue={(next) => setValue(next ?? field.randomValue)}
            onLeave={onLeave}
          />
          <IconButton label={t("rollSeed")} onClick={() => setValue(rollSeed(field))}>
            <Dices size={16} aria-hidden />
          </IconButton>
          <IconButton
            label={random ? t("lockSeed") : t("unlockSeed")}
            aria-pressed={!random}
            onClick={() => setValue(random ? rollSeed(field) : field.randomValue)}
          >
            {random ? <LockOpen size={16} aria-hidden /> : <Lock size={16} aria-hidden />}
          </IconButton>
        </div>
      )}
    </FieldBox>
  );
}
