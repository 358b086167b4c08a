import type { MediaItem, MediaSlot } from "../composition";
import { tileName } from "./tile-facts";

export type TileCommand =
  | "lookLarge"
  | "replace"
  | "renameIt"
  | "crop"
  | "toFront"
  | "toLeft"
  | "toRight"
  | "saveCopy"
  | "removeIt";

/** What can be done with a tile where it stands, in the order of its menu. */
export function commandsFor(
  slot: MediaSlot,
  item: MediaItem,
  index: number,
  count: number,
): { command: TileCommand; can: boolean }[] {
  const isHere = item.ref?.startsWith("asset:") || item.state === "refused";
  const moves: { command: TileCommand; can: boolean }[] = [
    { command: "toFront", can: index > 0 },
    { command: "toLeft", can: index > 0 },
    { command: "toRight", can: index < count - 1 },
  ];
  return [
    { command: "lookLarge", can: true },
    { command: "replace", can: true },
    { command: "renameIt", can: true },
    ...(slot.media === "image" ? [{ command: "crop" as const, can: Boolean(isHere) }] : []),
    ...(count > 1 ? moves : []),
    { command: "saveCopy", can: item.previewUrl !== undefined },
    { command: "removeIt", can: true },
  ];
}

/** Lets the browser save a stored file under the name that its maker gave it. */
export function saveCopy(slot: MediaSlot, item: MediaItem, index: number) {
  if (!item.previewUrl) return;
  const link = document.createElement("a");
  link.href = item.previewUrl;
  const ending = /\.\w+$/.exec(item.name)?.[0] ?? "";
  link.download = item.label ? `${item.label}${ending}` : item.name || tileName(slot, item, index);
  link.click();
}

/** Asks for one file of this computer; nothing happens where the reader thinks better of it. */
export function pickFile(accept: string, onFile: (file: File) => void) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  };
  input.click();
}
