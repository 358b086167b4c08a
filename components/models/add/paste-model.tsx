"use client";
import { FileText } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { Importing } from "./use-import";

/** Takes the text of a page, a schema, a command or a file: typed, pasted, dropped or chosen. */
export function PasteModel(props: { text: string; onText: (text: string) => void; importing: Importing }) {
  const t = useTranslations("addModel");
  const { text, onText, importing } = props;
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [unread, setUnread] = useState(false);

  const take = async (files: FileList | null) => {
    const [first] = files ?? [];
    if (!first) return;
    try {
      const read = await first.text();
      setUnread(false);
      // A long file is not shown: the field would be slow and nobody reads it there.
      if (read.length <= 200_000) onText(read);
      await importing.read(read);
    } catch {
      setUnread(true);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  const refusal = unread ? t("unreadFile") : importing.refusal === "" ? t("noAnswer") : importing.refusal;
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-3">
      <h2 id={`${id}-title`} className="font-medium text-lg">
        {t("paste")}
      </h2>
      <p id={`${id}-help`} className="text-quiet text-sm">
        {t("pasteHelp")}
      </p>
      <textarea
        aria-labelledby={`${id}-title`}
        aria-describedby={refusal ? `${id}-help ${id}-error` : `${id}-help`}
        aria-invalid={refusal !== undefined}
        value={text}
        spellCheck={false}
        rows={6}
        onChange={(event) => onText(event.target.value)}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes("Files")) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => event.dataTransfer.files.length > 0 && onDrop(event)}
        className={`${CONTROL_CLASS} num resize-y py-2 text-sm ${over ? "border-accent" : ""}`}
      />
      {refusal ? (
        <p id={`${id}-error`} role="alert" className="break-words text-failed text-sm">
          {refusal}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabled={text.trim() === "" || importing.busy}
          onClick={() => void importing.read(text)}
        >
          {importing.busy ? t("reading") : t("read")}
        </Button>
        <Button onClick={() => file.current?.click()}>
          <FileText size={14} aria-hidden />
          {t("chooseFile")}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,.txt,.md,.html,application/json,text/*"
          hidden
          aria-label={t("chooseFile")}
          onChange={(event) => {
            void take(event.target.files).then(() => {
              event.target.value = "";
            });
          }}
        />
      </div>
    </section>
  );
}
