import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createTurns } from "./in-turn";
import type { Probe } from "./ports";

const THREAD_PATH = "lib/storage/media-thread.mjs";
/** A small index can stand for billions of frames: what its reader may take is bounded, whatever the file says. */
const MAX_MS = 30_000;
const MEMORY = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8, stackSizeMb: 2 };

/** One file at a time, so that many hostile ones together need the memory of one. */
const inTurn = createTurns();

/**
 * The tracks of a media file by its container; nothing is decoded. `undefined` where it has none that is worth keeping. On a thread of
 * its own, in bounded time and memory. Needs the project's folder as working folder: a bundler moves this module, but not the
 * thread's code.
 *
 * @throws Error for a file that cannot be read within the bounds
 */
export function readTracks(path: string, mediaType: string): Promise<Probe | undefined> {
  return inTurn(() => inThread<Probe | undefined>({ path, mediaType, want: "tracks" }));
}

/** The picture that a media file carries as its cover, in whatever format it is; as `readTracks`. */
export function readCover(path: string, mediaType: string): Promise<Uint8Array | undefined> {
  return inTurn(() => inThread<Uint8Array | undefined>({ path, mediaType, want: "cover" }));
}

function inThread<T>(workerData: { path: string; mediaType: string; want: "tracks" | "cover" }): Promise<T> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), THREAD_PATH);
  const thread = new Worker(/* turbopackIgnore: true */ file, { workerData, resourceLimits: MEMORY });
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => void thread.terminate(), MAX_MS);
    thread.once("message", (answer: T) => resolve(answer));
    thread.once("error", reject);
    thread.once("exit", () => {
      clearTimeout(timer);
      reject(new Error("the file could not be read in time"));
    });
  });
}
