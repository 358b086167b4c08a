"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useCompositionStore } from "../composition-context";
import type { FileRefusal } from "./examine-files";
import type { FilePlace } from "./open-files";
import { useFileDrop } from "./use-file-drop";

const FileNotes = dynamic(() => import("./file-notes").then((module) => module.FileNotes), { ssr: false });

/** Files for the whole page: their settings rebuild the form. Everything but listening is loaded with the first file. */
export function useFileGround(place: Omit<FilePlace, "store" | "onRefusal">) {
  const store = useCompositionStore();
  const [refusal, onRefusal] = useState<FileRefusal | undefined>();
  const opening = () => import("./open-files");
  const whole = { ...place, store, onRefusal };
  const over = useFileDrop((files, target) => void opening().then((module) => module.openFiles(files, target, whole)));
  const note = (
    <div role="status" className="text-sm empty:hidden">
      {over || refusal ? <FileNotes over={over} refusal={refusal} onClose={() => onRefusal(undefined)} /> : null}
    </div>
  );
  return { choose: () => void opening().then((module) => module.chooseFile(whole)), note };
}
