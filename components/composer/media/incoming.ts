import type { MediaSlot } from "../composition";

/** Splits what was dropped, pasted or chosen into what fits a slot and how many found no room. */
export function sortIncoming(slot: MediaSlot, taken: number, files: readonly File[]) {
  const room = Math.max(0, slot.max - taken);
  return { accepted: files.slice(0, room), leftOut: Math.max(0, files.length - room) };
}

/**
 * The slot that a file dropped or pasted anywhere on the form belongs to: the first with room of the kind that it calls itself,
 * of any kind where it calls itself nothing or nothing that the form takes. What it really is, is looked at later.
 */
export function slotFor(
  slots: readonly MediaSlot[],
  takenOf: (slotId: string) => number,
  file: File,
): MediaSlot | undefined {
  const ofKind = slots.filter((slot) => file.type.startsWith(`${slot.media}/`));
  const candidates = ofKind.length > 0 ? ofKind : slots;
  return candidates.find((slot) => takenOf(slot.id) < slot.max) ?? candidates[0];
}

/** Without what cannot be read: a folder that was dropped is a file to the browser, until one reads it. */
export async function readable(files: readonly File[]): Promise<File[]> {
  const tried = await Promise.all(
    files.map((file) =>
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(Boolean, () => false),
    ),
  );
  return files.filter((_, index) => tried[index]);
}
