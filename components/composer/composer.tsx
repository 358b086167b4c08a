"use client";
import dynamic from "next/dynamic";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { inFormOrder } from "@/lib/schema/form-order";
import { CompositionProvider } from "./composition-context";
import type { CompositionStore } from "./composition-store";
import { keepDraft, loadDraft, withoutUploads } from "./draft";
import { OpenFileButton } from "./drop/open-file-button";
import { useFileGround } from "./drop/use-file-ground";
import { earlyInput } from "./early-input";
import { FieldInput } from "./fields/registry";
import { GenerateBar } from "./generate-bar";
import { useRequestPaste } from "./json/use-request-paste";
import { useView } from "./json/use-view";
import { ViewBar } from "./json/view-bar";
import { PromptLibraryButton } from "./library/prompt-library-button";
import { slotFor } from "./media/incoming";
import { useAddFiles } from "./media/use-add-files";
import { MoreFields } from "./more-fields";
import { compositionOf, defaultComposition } from "./start-composition";
import { SwitchModel } from "./switch/switch-model";
import type { Arrival } from "./switch/use-switch-model";
import { UndoButtons } from "./undo-buttons";
import { type SendGroup, type SendTake, useGenerate } from "./use-generate";
import { useUndoKeys } from "./use-undo-keys";
import { useConfirmation } from "./variations/confirmation";
import { useNewVariations, VariationProvider } from "./variations/variation-context";

// The editor is loaded when it is opened. Without `ssr: false` the whole page would be hidden while it waits.
const JsonView = dynamic(() => import("./json/json-view").then((module) => module.JsonView), { ssr: false });

// Drafts are rare when a page is opened.
const DraftFit = dynamic(() => import("./draft-fit").then((module) => module.DraftFit), { ssr: false });

// Nothing is replaced before somebody has pressed something.
const ReplacedNote = dynamic(() => import("./replaced-note").then((module) => module.ReplacedNote), { ssr: false });

export type ComposerProps = {
  model: WireModel;
  models: readonly WireModelSummary[];
  store: CompositionStore;
  /** Whether a take costs nothing. */
  free: boolean;
  send: SendTake;
  sendGroup: SendGroup;
  /** Goes to another model, taking a composition along. */
  onArrive: (arrival: Arrival) => void;
  /** Brings the form into view. */
  onShow: () => void;
};

/** A form made from a model's schema, and Generate. */
export function Composer(props: ComposerProps) {
  const variations = useNewVariations(props.model.id, props.model.fields);
  return (
    <CompositionProvider value={props.store}>
      <VariationProvider value={variations}>
        <ComposerForm {...props} />
      </VariationProvider>
    </CompositionProvider>
  );
}

function ComposerForm({ model, models, store, free, send, sendGroup, onArrive, onShow }: ComposerProps) {
  const t = useTranslations("composer");
  const tMedia = useTranslations("media");
  const [kept, setKept] = useState(true);
  const [drafted, setDrafted] = useState(false);
  const { confirm, dialog } = useConfirmation(free, model);
  const { generate, busy, message } = useGenerate({ modelId: model.id, send, sendGroup, confirm });
  const { addFiles } = useAddFiles();
  const form = useRef<HTMLFormElement>(null);
  useUndoKeys(form);
  const { view, setView, text, setText } = useView();
  const paste = useRequestPaste(form, model, models, onArrive);

  const early = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    if (form.current) early.current = earlyInput(form.current);
  }, []);

  useEffect(() => {
    const draft = loadDraft(model.id);
    const words = (name: string) => tMedia("cutOff", { name });
    if (draft && store.getState().replaced === undefined) {
      store.getState().restore(withoutUploads(draft, words));
      setDrafted(true);
    }
    const stop = keepDraft(model.id, store, setKept);
    early.current?.();
    early.current = undefined;
    return stop;
  }, [model.id, store, tMedia]);

  const takeFiles = (files: readonly File[]) => {
    const { slots, media } = store.getState();
    const slot = files[0] && slotFor(slots, (id) => media[id]?.length ?? 0, files[0]);
    if (slot) void addFiles(slot, files);
    return slot !== undefined;
  };
  const files = useFileGround({ form, model, models, paste, onReferences: takeFiles, onShow });
  const onKeyDown = (event: KeyboardEvent) => {
    // An Enter that confirms a composed character is the input method's, not ours.
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    // Keys in a dialog are that dialog's, wherever it is drawn.
    if (isInDialog(event.target)) return;
    const preview = event.altKey && !free;
    if (!preview && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) void generate({ preview });
  };
  const ordered = inFormOrder(model.fields);
  const promptName = ordered.find((field) => field.kind === "prompt")?.name;
  const usual = ordered.filter((field) => !field.advanced);
  const rare = ordered.filter((field) => field.advanced);
  return (
    <form
      ref={form}
      aria-label={t("title")}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onPaste={(event: ClipboardEvent) => {
        if (!isInDialog(event.target) && takeFiles([...event.clipboardData.files])) event.preventDefault();
      }}
      className="flex min-h-0 grow flex-col bg-panel"
    >
      <div className="scrolls flex min-h-0 grow flex-col gap-5 overflow-y-auto p-4">
        <div className="flex flex-col gap-2">
          <SwitchModel model={model} models={models} onArrive={onArrive} />
          <ViewBar
            model={model}
            models={models}
            view={view}
            onView={setView}
            hasKept={text !== undefined}
            onDiscard={() => setText(undefined)}
            paste={paste}
          >
            <OpenFileButton onOpen={files.choose} />
            <UndoButtons />
          </ViewBar>
          <div className="-mx-2 flex flex-wrap">
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
            {promptName ? <PromptLibraryButton fieldName={promptName} /> : null}
          </div>
          <ReplacedNote models={models} />
          {drafted ? <DraftFit /> : null}
          {files.note}
          {kept ? null : (
            <p role="status" className="text-sm text-unsure">
              {t("draftNotKept")}
            </p>
          )}
        </div>
        {view === "json" ? (
          <JsonView kept={text} onKeep={setText} onPasteRequest={paste.take} />
        ) : (
          <>
            {usual.map((field) => (
              <FieldInput key={field.name} field={field} />
            ))}
            <MoreFields fields={rare} />
          </>
        )}
      </div>
      <GenerateBar model={model} onGenerate={(how) => void generate(how)} busy={busy} message={message} free={free} />
      {dialog}
    </form>
  );
}

function isInDialog(target: EventTarget): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}
