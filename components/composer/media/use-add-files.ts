"use client";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError, uploadFile } from "@/lib/api/client";
import type { WireAsset } from "@/lib/api/contract";
import { formatBytes } from "@/lib/format";
import type { MediaItem, MediaSlot } from "../composition";
import { useCompositionStore } from "../composition-context";
import { sortIncoming } from "./incoming";

/** What the page knows of a stored file. */
function itemOfAsset(asset: WireAsset): Partial<MediaItem> {
  return {
    ref: asset.ref,
    previewUrl: asset.url,
    bytes: asset.bytes,
    ...(asset.width === null ? {} : { width: asset.width }),
    ...(asset.height === null ? {} : { height: asset.height }),
  };
}

/** Adds files to a slot and sends them up. `note` says what found no room. */
export function useAddFiles() {
  const store = useCompositionStore();
  const t = useTranslations("media");
  const [note, setNote] = useState<string | undefined>();

  const upload = useCallback(
    async (slot: MediaSlot, key: string, file: File) => {
      const patch = (change: Partial<MediaItem>) => store.getState().patchItem(slot.id, key, change);
      try {
        const asset = await uploadFile(file, {
          onProgress: (progress) => patch({ progress }),
          signal: new AbortController().signal,
        });
        patch({ state: "ready", ...itemOfAsset(asset) });
      } catch (error) {
        const said = error instanceof ApiError ? error.problem?.detail : undefined;
        patch({ state: "refused", problem: said ?? t("uploadFailed", { name: file.name }) });
      }
    },
    [store, t],
  );

  const addFiles = useCallback(
    (slot: MediaSlot, files: readonly File[]) => {
      const taken = store.getState().media[slot.id]?.length ?? 0;
      const { accepted, leftOut } = sortIncoming(slot, taken, files);
      setNote(leftOut > 0 ? t("tooMany", { max: slot.max, left: leftOut }) : undefined);
      const added = accepted.map(({ file, problem }) => ({ file, problem, key: crypto.randomUUID() }));
      const max = formatBytes(slot.limits.maxBytes ?? 0);
      store.getState().addItems(
        slot.id,
        added.map(({ file, problem, key }): MediaItem => {
          const facts = { name: file.name, size: formatBytes(file.size), max };
          return {
            key,
            name: file.name,
            bytes: file.size,
            state: problem ? "refused" : "uploading",
            progress: 0,
            ...(problem ? { problem: t(problem, facts) } : {}),
          };
        }),
      );
      for (const { file, problem, key } of added) if (!problem) void upload(slot, key, file);
    },
    [store, t, upload],
  );

  return { addFiles, note };
}
