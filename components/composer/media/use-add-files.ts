"use client";
import { useCallback, useEffect } from "react";
import { useTranslations } from "use-intl";
import type { MediaItem, MediaSlot } from "../composition";
import { useComposition, useCompositionStore } from "../composition-context";
import { keepFile } from "./check/kept-files";
import { setNote, useNote } from "./check/notes";
import { readable, sortIncoming } from "./incoming";

/**
 * Adds files to a slot or puts one in the place of another; they are checked, and sent up where nothing is against it. `note` says
 * what is to be known about the files of `slotId`.
 */
export function useAddFiles(slotId = "") {
  const store = useCompositionStore();
  const t = useTranslations();
  const note = useNote(slotId);
  const hasOwnFiles = useComposition(({ media }) => Object.values(media).some((items) => items.some(isOwn)));

  useEffect(() => {
    if (hasOwnFiles) void import("./check/tend-files").then(({ tendFiles }) => tendFiles(store, t));
  }, [hasOwnFiles, store, t]);

  const addFiles = useCallback(
    async (slot: MediaSlot, incoming: readonly File[], at?: number) => {
      const files = await readable(incoming);
      const taken = store.getState().media[slot.id]?.length ?? 0;
      const { accepted, leftOut } = sortIncoming(slot, taken, files);
      const unread = incoming.length - files.length;
      const notes = [
        ...(leftOut > 0 ? [t("media.tooMany", { max: slot.max, left: leftOut })] : []),
        ...(unread > 0 ? [t("checks.folder", { count: unread })] : []),
      ];
      setNote(store, slot.id, notes.join(" "));
      if (accepted.length > 0) store.getState().addItems(slot.id, accepted.map(newItem), at);
    },
    [store, t],
  );

  /** The place, the name and the mentions stay. */
  const replaceFile = useCallback(
    async (slot: MediaSlot, key: string, incoming: File) => {
      const [file] = await readable([incoming]);
      setNote(store, slot.id, file ? "" : t("checks.folder", { count: 1 }));
      if (file) store.getState().replaceItem(slot.id, key, newItem(file));
    },
    [store, t],
  );

  return { addFiles, replaceFile, note };
}

/** A tile for a file that nobody has looked at yet. */
function newItem(file: File): MediaItem {
  const key = crypto.randomUUID();
  keepFile(key, file);
  return { key, name: file.name, bytes: file.size, state: "checking" };
}

function isOwn({ state, ref }: MediaItem): boolean {
  return state !== "ready" || ref?.startsWith("asset:") === true;
}
