"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { FieldFrame } from "@/components/ui/field-frame";
import { Segmented } from "@/components/ui/segmented";
import { EXPIRIES, type Expiry } from "./use-share-form";

/** How long a link works: a few usual times, never ending, or until a chosen moment. */
export function ExpiryField(props: {
  expiry: Expiry;
  moment: string;
  error: string | undefined;
  onChange: (change: { expiry: Expiry } | { moment: string }) => void;
}) {
  const t = useTranslations("shares");
  const id = useId();
  return (
    <FieldFrame name="expires" group label={t("expiry")} error={props.error}>
      {({ labelId, describedBy, invalid }) => (
        <div className="flex flex-col gap-2">
          <Segmented
            labelledBy={labelId}
            options={EXPIRIES.map((value) => ({ value, label: t(`expiries.${value}`) }))}
            value={props.expiry}
            onChange={(value) => props.onChange({ expiry: EXPIRIES.find((known) => known === value) ?? "week" })}
          />
          {props.expiry === "moment" ? (
            <>
              <label htmlFor={id} className="sr-only">
                {t("moment")}
              </label>
              <input
                id={id}
                type="datetime-local"
                aria-describedby={describedBy}
                aria-invalid={invalid || undefined}
                value={props.moment}
                onChange={(event) => props.onChange({ moment: event.target.value })}
                className={`${CONTROL_CLASS} min-h-8 max-w-60 [@media(pointer:coarse)]:min-h-11`}
              />
            </>
          ) : null}
        </div>
      )}
    </FieldFrame>
  );
}
