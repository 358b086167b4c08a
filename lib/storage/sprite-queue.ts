import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Asset } from "./asset";
import { storePoster, storeSprite } from "./place-sprite";
import type { AssetStore, FileStore } from "./ports";
import { posterFor } from "./poster";
import { spriteByFfmpeg } from "./sprite";

const AT_ONCE = 4;

export type SpriteQueue = {
  /** There may be videos without a sprite: look now. */
  nudge(): void;
  /** Begins nothing new; resolves when what runs has ended, which is at once. */
  stop(): Promise<void>;
};
export type SpriteQueueDeps = {
  files: FileStore;
  assets: AssetStore;
  ffmpegPath: string;
  onError: (error: unknown, facts: { assetId: string }) => void;
};

/**
 * Makes the sprites (and posters, where one is missing) of archived videos, one video at a time, oldest first. A video of which none
 * can be made is left alone until the next start: a take is whole without.
 */
export function createSpriteQueue(deps: SpriteQueueDeps): SpriteQueue {
  const stopping = new AbortController();
  const given = new Set<string>();
  let isAskedAgain = false;
  let work: Promise<void> | undefined;

  async function workOff(): Promise<void> {
    while (!stopping.signal.aborted) {
      isAskedAgain = false;
      const waiting = await deps.assets.withoutSprite({ limit: AT_ONCE, except: [...given] });
      for (const asset of waiting) {
        if (stopping.signal.aborted) return;
        given.add(asset.id);
        const isMade = await complete(asset, deps, stopping.signal).catch((error) => {
          deps.onError(error, { assetId: asset.id });
          return false;
        });
        if (isMade) given.delete(asset.id);
      }
      if (waiting.length === 0 && !isAskedAgain) return;
    }
  }

  return {
    nudge() {
      isAskedAgain = true;
      if (work || stopping.signal.aborted) return;
      work = workOff()
        .catch((error) => deps.onError(error, { assetId: "" }))
        .finally(() => {
          work = undefined;
        });
    },
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

async function complete(asset: Asset, deps: SpriteQueueDeps, signal: AbortSignal): Promise<boolean> {
  const { files, ffmpegPath } = deps;
  const path = await files.temporaryPath();
  try {
    await pipeline(await files.read(asset.fileKey), createWriteStream(path, { mode: 0o600 }), { signal });
    if (asset.posterKey === undefined) {
      const poster = await posterFor(path, asset, { ffmpegPath });
      if (poster) await storePoster(asset, poster.bytes, deps);
    }
    const sprite = await spriteByFfmpeg(path, asset, { ffmpegPath, signal });
    return sprite !== undefined && (await storeSprite(asset, sprite, deps));
  } finally {
    await rm(path, { force: true });
  }
}
