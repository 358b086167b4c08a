import type { Composition, MediaItem } from "./composition";

/** What can be undone: values, which files stand where under which name, and where they came from. Facts about a file are not undone. */
export type Moment = Composition;

const RUN_TOGETHER_MS = 1_000;
const LONGEST = 200;

/**
 * The steps back and forth of one form. Changes of the same thing (`what`) in quick succession are one step, so that undoing takes
 * back a run of typing and not a letter.
 */
export function createUndoHistory(now: () => number = Date.now) {
  const past: Moment[] = [];
  const future: Moment[] = [];
  const facts = new Map<string, MediaItem>();
  let last: { what: string; atMs: number } | undefined;

  function withFacts({ values, media, from }: Moment): Moment {
    const restored = Object.entries(media).map(([slotId, items]): [string, MediaItem[]] => [
      slotId,
      items.map((item) => named(facts.get(item.key) ?? item, item.label)),
    ]);
    return { values, media: Object.fromEntries(restored), from };
  }

  return {
    /** Keeps what a change is about to replace. */
    remember({ values, media, from }: Moment, what?: string) {
      const atMs = now();
      const goesOn = what !== undefined && last?.what === what && atMs - last.atMs < RUN_TOGETHER_MS;
      last = what === undefined ? undefined : { what, atMs };
      future.length = 0;
      if (goesOn) return;
      past.push({ values, media, from });
      if (past.length > LONGEST) past.shift();
    },
    /** The newest of what is known about files: an upload may have ended since the moment that is brought back. */
    learn(items: readonly MediaItem[]) {
      for (const item of items) facts.set(item.key, item);
    },
    back(present: Moment): Moment | undefined {
      return step(past, future, present);
    },
    forth(present: Moment): Moment | undefined {
      return step(future, past, present);
    },
    get can() {
      return { canUndo: past.length > 0, canRedo: future.length > 0 };
    },
  };

  function step(source: Moment[], target: Moment[], { values, media, from }: Moment): Moment | undefined {
    const moment = source.pop();
    if (!moment) return undefined;
    target.push({ values, media, from });
    last = undefined;
    return withFacts(moment);
  }
}

function named({ label: _, ...item }: MediaItem, label: string | undefined): MediaItem {
  return label === undefined ? item : { ...item, label };
}
