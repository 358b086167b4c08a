/** After the last of them every 15 s, for an hour: a database that is locked, or gone for a while, loses nothing. */
const WAITS_MS = [100, 1_000, 5_000];
const LATER_WAIT_MS = 15_000;
const MAX_TRIES = 240;

/** Stores what must not be lost, and tries again where that fails. @throws what the last try threw */
export async function keepStoring<T>(
  store: () => Promise<T>,
  { sleep, onFailure }: { sleep: (ms: number) => Promise<void>; onFailure: (error: unknown) => void },
): Promise<T> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      return await store();
    } catch (error) {
      onFailure(error);
      await sleep(WAITS_MS[tries] ?? LATER_WAIT_MS);
    }
  }
  return store();
}
