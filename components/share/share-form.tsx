"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { FieldFrame } from "@/components/ui/field-frame";
import type { WireNewShare } from "@/lib/api/share-contract";
import { ExpiryField } from "./expiry-field";
import { ShownSwitches } from "./shown-switches";
import { useShownWords } from "./shown-words";
import { useShareForm } from "./use-share-form";

export function ShareForm(props: { jobIds: readonly string[]; onMade: (made: WireNewShare) => void }) {
  const { wishes, change, errors, busy, submit } = useShareForm(props.jobIds, props.onMade);
  const t = useTranslations("shares");
  const wordsOf = useShownWords();
  const sees = useId();
  const failure = errors.get("form");
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FieldFrame name="title" label={t("title")} optional error={errors.get("title")}>
        {({ controlId, describedBy, invalid }) => (
          <input
            id={controlId}
            data-first-focus
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            value={wishes.title}
            onChange={(event) => change({ title: event.target.value })}
            className={`${CONTROL_CLASS} min-h-8 [@media(pointer:coarse)]:min-h-11`}
          />
        )}
      </FieldFrame>
      <ExpiryField expiry={wishes.expiry} moment={wishes.moment} error={errors.get("expires")} onChange={change} />
      <ShownSwitches shown={wishes.shown} onChange={(shown) => change({ shown })} />
      <FieldFrame name="password" label={t("password")} optional error={errors.get("password")}>
        {({ controlId, describedBy, invalid }) => (
          <input
            id={controlId}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            value={wishes.password}
            onChange={(event) => change({ password: event.target.value })}
            className={`${CONTROL_CLASS} num min-h-8 [@media(pointer:coarse)]:min-h-11`}
          />
        )}
      </FieldFrame>
      <p id={sees} className="border-line border-t pt-3 text-sm">
        {t(wishes.password === "" ? "anyoneSees" : "knowersSee", { what: wordsOf(wishes.shown, props.jobIds.length) })}
      </p>
      {failure === undefined ? null : (
        <p role="alert" className="text-failed text-sm">
          {failure}
        </p>
      )}
      <Button variant="primary" type="submit" aria-describedby={sees} aria-disabled={busy || undefined}>
        {t("make")}
      </Button>
    </form>
  );
}
