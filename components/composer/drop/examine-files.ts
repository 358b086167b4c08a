import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import type { MediaSlot } from "../composition";
import { examinePaste, type PastedRequest } from "../json/examine-paste";
import { readable } from "../media/incoming";
import { type FileSettings, mayHoldSettings, settingsOf } from "./file-settings";

export type FileFinding =
  | { kind: "rebuild"; request: PastedRequest; from: string | undefined }
  /** Keys that the form has no place for are asked about. */
  | ({ kind: "ask" } & FileSettings)
  /** The files themselves are meant. */
  | { kind: "references" }
  | FileRefusal;
export type FileRefusal = {
  kind: "noSettings" | "noPlace" | "noRequest" | "unknownModel" | "modelUnread" | "unread";
  name: string;
  /** Of the model that the studio does not know. */
  id?: string;
};

type Place = {
  model: WireModel;
  models: readonly WireModelSummary[];
  slots: readonly MediaSlot[];
  onForm: boolean;
};

/** What files are meant for that no slot took: for their settings if one holds any, else as references where they fell on the form. */
export async function examineFiles(files: readonly File[], place: Place): Promise<FileFinding | undefined> {
  const [first] = files;
  if (!first) return undefined;
  const { onForm, slots } = place;
  let refusal: FileRefusal | undefined;
  for (const file of files.filter(mayHoldSettings)) {
    const found = await examineFile(file, place);
    if (found?.kind === "rebuild" || found?.kind === "ask") return found;
    refusal ??= found;
  }
  if (refusal) return refusal;
  if (onForm && files.some((file) => canRefer(file, slots))) return { kind: "references" };
  const [firstRead] = await readable([first]);
  const kind = !firstRead ? "unread" : slots.length === 0 ? "noPlace" : "noSettings";
  return { kind, name: first.name };
}

/** Any slot says what is wrong with a picture; a video is refused only by one for videos, because its settings may be meant. */
function canRefer(file: File, slots: readonly MediaSlot[]): boolean {
  return slots.some(({ media }) => !mayHoldSettings(file) || media === "video");
}

/** Undefined where a video holds no settings. */
async function examineFile(
  file: File,
  { model, models }: Place,
): Promise<Exclude<FileFinding, { kind: "references" }> | undefined> {
  const { name } = file;
  const settings = await settingsOf(file).catch(() => "unread" as const);
  if (settings === "unread") return { kind: "unread", name };
  if (settings === undefined) return undefined;
  const found = await examinePaste(settings.text, model, models);
  switch (found.kind) {
    case "refused":
      return { kind: "noRequest", name };
    case "unknownModel":
      return { kind: "unknownModel", name, id: found.modelId };
    case "unread":
      return { kind: "modelUnread", name };
    case "request":
      if (found.unknown.length > 0) return { kind: "ask", ...settings };
      return { kind: "rebuild", request: found, from: settings.from };
    default:
      return found satisfies never;
  }
}
