"use client";
import clsx from "clsx";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { problemText } from "./problem-text";

/** The name of a collection, new or given anew; what is wrong with it stands below. */
export function NameForm(props: {
  initial?: string;
  action: string;
  /** The name is a heading's. */
  large?: boolean;
  onName: (name: string) => Promise<void>;
  onCancel?: () => void;
}) {
  const t = useTranslations("collections");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(props.initial ?? "");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await props.onName(name);
    } catch (error) {
      setProblem(problemText(error) ?? t("notSaved"));
      field.current?.focus();
    }
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !props.onCancel || event.nativeEvent.isComposing) return;
        event.preventDefault();
        props.onCancel();
      }}
      className="flex min-w-0 grow flex-col gap-1.5"
    >
      <label htmlFor={id} className={clsx("font-medium text-sm", props.large && "sr-only")}>
        {t("name")}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          value={name}
          data-first-focus
          // biome-ignore lint/a11y/noAutofocus: the field was asked for by the press before.
          autoFocus
          autoComplete="off"
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={(event) => setName(event.target.value)}
          className={clsx(
            CONTROL_CLASS,
            "h-8 grow basis-40 [@media(pointer:coarse)]:h-[44px]",
            props.large && "max-w-120 font-semibold text-xl",
          )}
        />
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          {props.action}
        </Button>
        {props.onCancel ? <Button onClick={props.onCancel}>{t("cancel")}</Button> : null}
      </div>
      {problem === undefined ? null : (
        <p id={`${id}-problem`} role="alert" className="break-words text-failed text-sm">
          {problem}
        </p>
      )}
    </form>
  );
}
