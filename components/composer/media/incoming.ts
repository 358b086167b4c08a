import type { MediaSlot } from "../composition";

/** Why a file is not even sent: told at once, before any upload. */
export type IncomingFile = { file: File; problem?: "wrongKind" | "tooBig" };

/** Splits what was dropped, pasted or chosen into what fits a slot and how many found no room. */
export function sortIncoming(slot: MediaSlot, taken: number, files: readonly File[]) {
  const room = Math.max(0, slot.max - taken);
  return {
    accepted: files.slice(0, room).map((file): IncomingFile => {
      const problem = problemOf(slot, file);
      return problem ? { file, problem } : { file };
    }),
    leftOut: Math.max(0, files.length - room),
  };
}

function problemOf(slot: MediaSlot, file: File): IncomingFile["problem"] {
  if (file.type && !file.type.startsWith(`${slot.media}/`)) return "wrongKind";
  if (slot.limits.maxBytes !== undefined && file.size > slot.limits.maxBytes) return "tooBig";
  return undefined;
}

/** The slot that a file dropped or pasted anywhere on the form belongs to: the first of its kind with room. */
export function slotFor(
  slots: readonly MediaSlot[],
  takenOf: (slotId: string) => number,
  file: File,
): MediaSlot | undefined {
  const ofKind = slots.filter((slot) => file.type.startsWith(`${slot.media}/`));
  return ofKind.find((slot) => takenOf(slot.id) < slot.max) ?? ofKind[0];
}
