"use client";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { WireModel } from "@/lib/api/contract";
import { CatalogBrowser } from "./catalog-browser";
import { ImportPreview } from "./import-preview";
import { PasteModel } from "./paste-model";
import { useImport } from "./use-import";

export type AddModelProps = {
  /** Goes to the studio on a model that was added. */
  onAdded: (modelId: string) => void;
  /** Draws a model's form, to be looked at. */
  form: (model: WireModel) => ReactNode;
};

/** Models beyond those that come with the studio: chosen from the service's list, or found in a text. */
export function AddModel({ onAdded, form }: AddModelProps) {
  const t = useTranslations("addModel");
  const importing = useImport();
  const [text, setText] = useState("");
  const back = () => importing.close();
  return (
    <main id="content" className="mx-auto flex w-full max-w-260 grow flex-col gap-8 px-4 py-8">
      {importing.found ? (
        <ImportPreview importing={importing} found={importing.found} form={form} onAdded={onAdded} onBack={back} />
      ) : (
        <>
          <header className="flex flex-col gap-1">
            <h1 className="font-semibold text-xl">{t("title")}</h1>
            <p className="text-quiet">{t("intro")}</p>
          </header>
          <PasteModel text={text} onText={setText} importing={importing} />
          <CatalogBrowser onAdded={onAdded} />
        </>
      )}
    </main>
  );
}
