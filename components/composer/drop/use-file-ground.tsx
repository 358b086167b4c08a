"use client";
import dynamic from "next/dynamic";
import { type RefObject, useState } from "react";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { useCompositionStore } from "../composition-context";
import type { RequestPaste } from "../json/use-request-paste";
import type { FileRefusal } from "./examine-files";
import { useFileDrop } from "./use-file-drop";

const DropOverlay = dynamic(() => import("./drop-overlay").then((module) => module.DropOverlay), { ssr: false });
const FileNote = dynamic(() => import("./file-note").then((module) => module.FileNote), { ssr: false });

type FileGroundProps = {
  form: RefObject<HTMLElement | null>;
  model: WireModel;
  models: readonly WireModelSummary[];
  paste: RequestPaste;
  /** Takes files as references. */
  onReferences: (files: readonly File[]) => void;
  /** Brings the form into view. */
  onShow: () => void;
};

/** Files for the page: their settings rebuild the form. */
export function useFileGround({ form, model, models, paste, onReferences, onShow }: FileGroundProps) {
  const store = useCompositionStore();
  const [refusal, setRefusal] = useState<FileRefusal | undefined>();

  const open = async (files: readonly File[], target: EventTarget | null) => {
    if (target instanceof Element && target.closest("dialog")) return;
    onShow();
    setRefusal(undefined);
    const onForm = target instanceof Node && form.current?.contains(target) === true;
    const { examineFiles } = await import("./examine-files");
    const found = await examineFiles(files, { model, models, slots: store.getState().slots, onForm });
    if (found?.kind === "rebuild") paste.rebuild(found.request, found);
    else if (found?.kind === "ask") paste.ask(found.text, found);
    else if (found?.kind === "references") onReferences(files);
    else setRefusal(found);
  };
  const over = useFileDrop((files, target) => void open(files, target));
  const choose = async () => {
    const { pickFile } = await import("../media/tile-commands");
    pickFile(".mp4,.m4v,.mov,.json,video/mp4,video/quicktime,application/json", (file) => void open([file], null));
  };
  const note = (
    <>
      <div role="status" className="text-sm empty:hidden">
        {refusal ? <FileNote refusal={refusal} onClose={() => setRefusal(undefined)} /> : null}
      </div>
      {over ? <DropOverlay /> : null}
    </>
  );
  return { choose: () => void choose(), note };
}
