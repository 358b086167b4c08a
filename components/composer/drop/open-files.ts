import type { RefObject } from "react";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import type { CompositionStore } from "../composition-store";
import type { RequestPaste } from "../json/use-request-paste";
import { pickFile } from "../media/tile-commands";
import { examineFiles, type FileRefusal } from "./examine-files";

export type FilePlace = {
  form: RefObject<HTMLElement | null>;
  store: CompositionStore;
  model: WireModel;
  models: readonly WireModelSummary[];
  paste: RequestPaste;
  /** Takes files as references. */
  onReferences: (files: readonly File[]) => void;
  /** Brings the form into view. */
  onShow: () => void;
  onRefusal: (refusal: FileRefusal | undefined) => void;
};

const ACCEPTED = ".mp4,.m4v,.mov,.json,video/mp4,video/quicktime,application/json";

/** Does what files are meant for that fell on `target`, or were chosen. */
export async function openFiles(files: readonly File[], target: EventTarget | null, place: FilePlace): Promise<void> {
  if (target instanceof Element && target.closest("dialog")) return;
  const { form, store, model, models, paste } = place;
  place.onShow();
  place.onRefusal(undefined);
  const onForm = target instanceof Node && form.current?.contains(target) === true;
  const found = await examineFiles(files, { model, models, slots: store.getState().slots, onForm });
  if (found?.kind === "rebuild") paste.rebuild(found.request, found);
  else if (found?.kind === "ask") paste.ask(found.text, found);
  else if (found?.kind === "references") place.onReferences(files);
  else place.onRefusal(found);
}

export function chooseFile(place: FilePlace) {
  pickFile(ACCEPTED, (file) => void openFiles([file], null, place));
}
