import { drawMissing } from "./draw-missing";
import type { AssetStore, FileStore } from "./ports";

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
        const isMade = await drawMissing(asset, deps, stopping.signal).catch((error) => {
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
