"use client";
import { CircleDollarSign, CircleHelp } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";

export type FieldFrameProps = {
  label: string;
  /** The language of label and help, where it is not the reader's. */
  lang?: string | undefined;
  /** What the value does, in the label's language. */
  help?: string | undefined;
  /** What else is said on demand: text, its lines apart. Drawn only then. */
  more?: ReactNode;
  optional?: boolean | undefined;
  error?: string | undefined;
  /** That the value changes what is paid: a word to see, an explanation to hear and to point at. */
  price?: { word: string; explanation: string } | undefined;
  /** What can be done to the value as a whole, right of the label. */
  action?: ReactNode;
  /** Stands at the right end of the label's line: a count, a value. */
  aside?: ReactNode;
  /** Below the control. */
  footer?: ReactNode;
  /** The control is small, and stands at the right end of the label's line. */
  inline?: boolean | undefined;
  /** The control is a group, which takes its name from `labelId` and is no target of the label itself. */
  group?: boolean | undefined;
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
  const ids = {
    label: `${id}-label`,
    control: `${id}-control`,
    help: `${id}-help`,
    error: `${id}-error`,
    price: `${id}-price`,
  };
  const described = [props.error && ids.error, helpShown && ids.help, props.price && ids.price].filter(Boolean);
  const label = { id: ids.label, lang: props.lang, className: "min-w-0 break-words font-medium text-sm" };
  const control = props.children({
    labelId: ids.label,
    controlId: ids.control,
    describedBy: described.join(" ") || undefined,
    invalid: Boolean(props.error),
  });
  return (
    <div className="flex min-w-0 flex-col gap-1.5" data-field={props.name}>
      <div className="flex min-h-6 items-center gap-1.5">
        {props.group ? (
          <span {...label}>{props.label}</span>
        ) : (
          <label {...label} htmlFor={ids.control}>
            {props.label}
          </label>
        )}
        {props.optional ? <span className="shrink-0 text-quiet text-xs">{t("optional")}</span> : null}
        {props.price ? (
          <span className="inline-flex shrink-0 items-center gap-1 text-quiet text-xs" title={props.price.explanation}>
            <CircleDollarSign size={12} aria-hidden />
            {props.price.word}
            <span id={ids.price} hidden>
              {props.price.explanation}
            </span>
          </span>
        ) : null}
        {props.help || props.more ? (
          <button
            type="button"
            aria-expanded={helpShown}
            aria-controls={helpShown ? ids.help : undefined}
            aria-label={t("explain")}
            aria-describedby={ids.label}
            onClick={() => setHelpShown((shown) => !shown)}
            className="-my-2 inline-flex size-8 shrink-0 items-center justify-center rounded text-quiet hover:text-text [@media(pointer:coarse)]:size-[44px]"
          >
            <CircleHelp size={14} aria-hidden />
          </button>
        ) : null}
        {props.action}
        <span className="num ml-auto shrink-0 text-quiet text-xs">{props.inline ? control : props.aside}</span>
      </div>
      {helpShown ? (
        <p id={ids.help} className="whitespace-pre-line break-words text-quiet text-sm">
          <span lang={props.lang}>{props.help}</span>
          {props.help && props.more ? "\n" : null}
          {props.more}
        </p>
      ) : null}
      {props.inline ? null : control}
      {props.footer}
      {props.error ? (
        <p id={ids.error} className="whitespace-pre-line break-words text-failed text-sm">
          {props.error}
        </p>
      ) : null}
    </div>
  );
}
