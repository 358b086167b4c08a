"use client";
import { CircleHelp } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";

export type FieldFrameProps = {
  label: string;
  help?: string | undefined;
  optional?: boolean | undefined;
  error?: string | undefined;
  /** Stands at the right end of the label's line: a count, a value. */
  aside?: ReactNode;
  /** The name by which an error can be found and focused. */
  name: string;
  children: (ids: {
    labelId: string;
    controlId: string;
    describedBy: string | undefined;
    invalid: boolean;
  }) => ReactNode;
};

/** Label, control, help on demand, and the error beside the control. */
export function FieldFrame(props: FieldFrameProps) {
  const id = useId();
  const [helpShown, setHelpShown] = useState(false);
  const t = useTranslations("composer");
  const ids = { label: `${id}-label`, control: `${id}-control`, help: `${id}-help`, error: `${id}-error` };
  const described = [props.error ? ids.error : "", helpShown ? ids.help : ""].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1.5" data-field={props.name}>
      <div className="flex min-h-6 items-center gap-1.5">
        <label id={ids.label} htmlFor={ids.control} className="font-medium text-sm">
          {props.label}
        </label>
        {props.optional ? <span className="text-quiet text-xs">{t("optional")}</span> : null}
        {props.help ? (
          <button
            type="button"
            aria-expanded={helpShown}
            aria-controls={ids.help}
            aria-label={t("explain")}
            aria-describedby={ids.label}
            onClick={() => setHelpShown((shown) => !shown)}
            className="-my-2 inline-flex size-8 items-center justify-center rounded text-quiet hover:text-text"
          >
            <CircleHelp size={14} aria-hidden />
          </button>
        ) : null}
        <span className="num ml-auto text-quiet text-xs">{props.aside}</span>
      </div>
      {helpShown ? (
        <p id={ids.help} className="text-quiet text-sm">
          {props.help}
        </p>
      ) : null}
      {props.children({
        labelId: ids.label,
        controlId: ids.control,
        describedBy: described || undefined,
        invalid: Boolean(props.error),
      })}
      {props.error ? (
        <p id={ids.error} className="whitespace-pre-line text-failed text-sm">
          {props.error}
        </p>
      ) : null}
    </div>
  );
}
