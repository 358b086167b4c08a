"use client";
import { FileText } from "lucide-react";
import { useEffect, useEffectEvent, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";

/** Takes the text of a page, a schema, a command or a file: typed, pasted or chosen. Files are dropped anywhere on the page. */
export function PasteModel(props: {
  text: string;
  onText: (text: string) => void;
  onRead: () => void;
  onFiles: (files: readonly File[]) => void;
  /** A file hangs over the page. */
  over: boolean;
  busy: boolean;
  refusal: string | undefined;
}) {
  const t = useTranslations("addModel");
  const { text, refusal, busy } = props;
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // What was pasted before the page took over is in the box alone.
  const takeEarly = useEffectEvent(() => box.current?.value && props.onText(box.current.value));
  useEffect(() => {
    takeEarly();
  }, []);
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-3">
      <h2 id={`${id}-title`} className="font-medium text-lg">
        {t("paste")}
      </h2>
      <p id={`${id}-help`} className="text-quiet text-sm">
        {t("pasteHelp")}
      </p>
      <textarea
        ref={box}
        aria-labelledby={`${id}-title`}
        aria-describedby={refusal ? `${id}-help ${id}-error` : `${id}-help`}
        aria-invalid={refusal !== undefined}
        value={text}
        spellCheck={false}
        rows={6}
        onChange={(event) => props.onText(event.target.value)}
        className={`${CONTROL_CLASS} num resize-y py-2 text-sm ${props.over ? "border-accent" : ""}`}
      />
      {refusal ? (
        <p id={`${id}-error`} role="alert" className="whitespace-pre-line break-words text-failed text-sm">
          {refusal}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" disabled={text.trim() === "" || busy} onClick={props.onRead}>
          {busy ? t("reading") : t("read")}
        </Button>
        <Button onClick={() => file.current?.click()}>
          <FileText size={14} aria-hidden />
          {t("chooseFile")}
        </Button>
        <input
          ref={file}
          type="file"
          multiple
          accept=".json,.txt,.md,.html,application/json,text/*"
          hidden
          aria-label={t("chooseFile")}
          onChange={(event) => {
            props.onFiles([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
    </section>
  );
}
