"use client";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { CompositionProvider } from "./composition-context";
import type { CompositionStore } from "./composition-store";
import { keepDraft, loadDraft, withoutUploads } from "./draft";
import { FieldInput } from "./fields/registry";
import { GenerateBar } from "./generate-bar";
import { slotFor } from "./media/incoming";
import { useAddFiles } from "./media/use-add-files";
import { MoreFields } from "./more-fields";
import { ReplacedNote } from "./replaced-note";
import { compositionOf, defaultComposition } from "./start-composition";
import { SwitchModel } from "./switch/switch-model";
import type { Arrival } from "./switch/use-switch-model";
import { UndoButtons } from "./undo-buttons";
import { type SendTake, useGenerate } from "./use-generate";
import { useUndoKeys } from "./use-undo-keys";

export type ComposerProps = {
  model: WireModel;
  models: readonly WireModelSummary[];
  store: CompositionStore;
  /** Whether a take costs nothing. */
  free: boolean;
  send: SendTake;
  /** Goes to another model, taking a composition along. */
  onArrive: (arrival: Arrival) => void;
};

/** A form made from a model's schema, and Generate. */
export function Composer(props: ComposerProps) {
  return (
    <CompositionProvider value={props.store}>
      <ComposerForm {...props} />
    </CompositionProvider>
  );
}

function ComposerForm({ model, models, store, free, send, onArrive }: ComposerProps) {
  const t = useTranslations("composer");
  const tMedia = useTranslations("media");
  const [kept, setKept] = useState(true);
  const { generate, busy, message } = useGenerate(send);
  const { addFiles } = useAddFiles();
  const form = useRef<HTMLFormElement>(null);
  useUndoKeys(form);

  useEffect(() => {
    const draft = loadDraft(model.id);
    const words = (name: string) => tMedia("cutOff", { name });
    if (draft && store.getState().replaced === undefined) store.getState().restore(withoutUploads(draft, words));
    return keepDraft(model.id, store, setKept);
  }, [model.id, store, tMedia]);

  const takeFiles = (event: { preventDefault: () => void }, files: readonly File[]) => {
    const { slots, media } = store.getState();
    const slot = files[0] && slotFor(slots, (id) => media[id]?.length ?? 0, files[0]);
    if (!slot) return;
    event.preventDefault();
    addFiles(slot, files);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An Enter that confirms a composed character is the input method's, not ours.
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!event.repeat) void generate();
  };
  const usual = model.fields.filter((field) => !field.advanced);
  const rare = model.fields.filter((field) => field.advanced);
  return (
    <form
      ref={form}
      aria-label={t("title")}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onPaste={(event: ClipboardEvent) => takeFiles(event, [...event.clipboardData.files])}
      onDragOver={(event: DragEvent) => event.dataTransfer.types.includes("Files") && event.preventDefault()}
      onDrop={(event: DragEvent) => takeFiles(event, [...event.dataTransfer.files])}
      className="flex min-h-0 grow flex-col bg-panel"
    >
      <div className="scrolls flex min-h-0 grow flex-col gap-5 overflow-y-auto p-4">
        <div className="flex flex-col gap-2">
          <SwitchModel model={model} models={models} onArrive={onArrive} />
          <div className="-mx-2 flex">
            <Button
              variant="quiet"
              onClick={() => store.getState().replace(compositionOf(model.fields, model.example), "exampleLoaded")}
            >
              {t("loadExample")}
            </Button>
            <Button
              variant="quiet"
              onClick={() => store.getState().replace(defaultComposition(model.fields), "cleared")}
            >
              {t("clear")}
            </Button>
            <UndoButtons />
          </div>
          <ReplacedNote />
          {kept ? null : (
            <p role="status" className="text-sm text-unsure">
              {t("draftNotKept")}
            </p>
          )}
        </div>
        {usual.map((field) => (
          <FieldInput key={field.name} field={field} />
        ))}
        <MoreFields fields={rare} />
      </div>
      <GenerateBar onGenerate={() => void generate()} busy={busy} message={message} free={free} />
    </form>
  );
}
