"use client";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { WireSnippet } from "@/lib/api/library-contract";

/** Changes a snippet's name and text. Escape leaves it as it was. */
export function SnippetForm(props: {
  snippet: WireSnippet;
  busy: boolean;
  onSave: (change: { name: string; text: string }) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("library");
  const [name, setName] = useState(props.snippet.name);
  const [text, setText] = useState(props.snippet.text);
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset
      aria-label={t("editNamed", { name: props.snippet.name })}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        props.onCancel();
      }}
      className="flex flex-col gap-2 rounded-card border border-line p-3"
    >
      <label htmlFor={`${id}-name`} className="font-medium text-sm">
        {t("name")}
      </label>
      <input
        ref={first}
        id={`${id}-name`}
        value={name}
        onChange={(event) => setName(event.target.value)}
        className={`${CONTROL_CLASS} h-10`}
      />
      <label htmlFor={`${id}-text`} className="font-medium text-sm">
        {t("text")}
      </label>
      <textarea
        id={`${id}-text`}
        rows={5}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${CONTROL_CLASS} scrolls max-h-60 resize-y py-2 text-base`}
      />
      <div className="flex gap-2">
        <Button variant="primary" disabled={props.busy} onClick={() => props.onSave({ name, text })}>
          {t("save")}
        </Button>
        <Button variant="quiet" onClick={props.onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </fieldset>
  );
}
