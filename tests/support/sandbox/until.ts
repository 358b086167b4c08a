import { setImmediate as nextTurn } from "node:timers/promises";

const PATIENCE_MS = 10_000;

/** Lets pending work go on, turn by turn, until `probe` gives something other than false or undefined. */
export async function until<T>(probe: () => T | Promise<T>): Promise<Exclude<T, false | undefined>> {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await probe();
    if (found !== false && found !== undefined) return found as Exclude<T, false | undefined>;
    if (performance.now() > giveUpAtMs) throw new Error(`Waited in vain for ${probe.toString()}`);
    await nextTurn();
  }
}
