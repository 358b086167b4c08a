import { drawMissing } from "./draw-missing";
import type { AssetPlace, AssetStore, FileStore } from "./ports";

const AT_ONCE = 4;
/** They stand in every question for more; an archived video may appear behind those that were tried since. */
const MAX_GIVEN_UP = 200;

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
  const givenUp: AssetPlace[] = [];
  /** No video up to it is looked at again. */
  let after: AssetPlace | undefined;
  let isAskedAgain = false;
  let work: Promise<void> | undefined;

  function giveUp({ createdAtMs, id }: AssetPlace): void {
    givenUp.push({ createdAtMs, id });
    givenUp.sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
    if (givenUp.length > MAX_GIVEN_UP) after = givenUp.shift();
  }

  async function workOff(): Promise<void> {
    while (!stopping.signal.aborted) {
      isAskedAgain = false;
      const waiting = await deps.assets.withoutSprite({
        limit: AT_ONCE,
        except: givenUp.map(({ id }) => id),
        after,
      });
      for (const asset of waiting) {
        if (stopping.signal.aborted) return;
        const isMade = await drawMissing(asset, deps, stopping.signal).catch((error) => {
          deps.onError(error, { assetId: asset.id });
          return false;
        });
        if (!isMade) giveUp(asset);
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
