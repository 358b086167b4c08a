"use client";
import type { DragEvent, ReactNode } from "react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { WireModel } from "@/lib/api/contract";
import { CatalogBrowser } from "./catalog-browser";
import { ImportPreview } from "./import-preview";
import { PasteModel } from "./paste-model";
import { useImport } from "./use-import";

/** A longer file is not shown: the field would be slow and nobody reads it there. */
const MAX_SHOWN_CHARACTERS = 200_000;

export type AddModelProps = {
  /** What is looked for in the service's list. */
  search: string;
  /** Goes on with the models that were added. */
  onAdded: (modelIds: readonly string[]) => void;
  /** Draws a model's form, to be looked at. */
  form: (model: WireModel) => ReactNode;
};

/** Models beyond those that come with the studio: chosen from the service's list, or found in texts. */
export function AddModel({ search, onAdded, form }: AddModelProps) {
  const t = useTranslations("addModel");
  const importing = useImport();
  const [text, setText] = useState("");
  const [over, setOver] = useState(false);
  const [unread, setUnread] = useState(false);
  const { found } = importing;

  const takeFiles = async (files: readonly File[]) => {
    if (files.length === 0) return;
    try {
      const sources = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
      setUnread(false);
      const [first] = sources;
      if (first && sources.length === 1 && first.text.length <= MAX_SHOWN_CHARACTERS) setText(first.text);
      await importing.read(sources);
    } catch {
      setUnread(true);
    }
  };
  const withFiles = (then: (event: DragEvent) => void) => (event: DragEvent) => {
    // Else the browser would leave the page for the file.
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    then(event);
  };
  const refusal = importing.refusal === "" ? t("noAnswer") : importing.refusal;
  return (
    <main
      id="content"
      onDragOver={withFiles(() => setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={withFiles((event) => {
        setOver(false);
        void takeFiles([...event.dataTransfer.files]);
      })}
      className="mx-auto flex w-full max-w-260 grow flex-col gap-8 px-4 py-8"
    >
      {found ? (
        <ImportPreview
          // Another text is another preview, with a name of its own.
          key={found.reading}
          importing={importing}
          found={found}
          form={form}
          onAdded={onAdded}
          onBack={importing.close}
        />
      ) : (
        <>
          <header className="flex flex-col gap-1">
            <h1 className="font-semibold text-xl">{t("title")}</h1>
            <p className="text-quiet">{t("intro")}</p>
          </header>
          <PasteModel
            text={text}
            onText={setText}
            onRead={() => {
              setUnread(false);
              void importing.read([{ name: "", text }]);
            }}
            onFiles={(files) => void takeFiles(files)}
            over={over}
            busy={importing.busy}
            refusal={unread ? t("unreadFile") : refusal}
          />
          <CatalogBrowser key={search} search={search} onAdded={(modelId) => onAdded([modelId])} />
        </>
      )}
    </main>
  );
}
