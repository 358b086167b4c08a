import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createTurns } from "./in-turn";
import type { Probe } from "./ports";

const THREAD_PATH = "lib/storage/media-thread.mjs";
/** A small index can stand for billions of frames: what its reader may take is bounded, whatever the file says. */
const MAX_MS = 15_000;
/** Starting a thread costs more than reading a file; files come in groups. */
const IDLE_MS = 5_000;
const MEMORY = { maxOldGenerationSizeMb: 40, maxYoungGenerationSizeMb: 4, stackSizeMb: 2 };

/** One file at a time, so that many hostile ones together need the memory of one. */
const inTurn = createTurns();

export type MediaQuestion = { path: string; mediaType: string; want: "tracks" | "cover" };
type Reply<T> = { answer: T } | { failure: string };

/** The reader ended, or was late: that may be the machine's fault as well as the file's. */
export class ReaderEnded extends Error {
  override readonly name = "ReaderEnded";
}

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;

/**
 * The tracks of a media file by its container; nothing is decoded. `undefined` where it has none that is worth keeping. On a thread of
 * its own, in bounded time and memory. Needs the project's folder as working folder: a bundler moves this module, but not the
 * thread's code.
 *
 * @throws ReaderEnded where it could not be read within the bounds, Error for a file that cannot be read
 */
export function readTracks(path: string, mediaType: string): Promise<Probe | undefined> {
  return inTurn(() => ask<Probe | undefined>({ path, mediaType, want: "tracks" }));
}

/** The picture that a media file carries as its cover, in whatever format it is; as `readTracks`. */
export function readCover(path: string, mediaType: string): Promise<Uint8Array | undefined> {
  return inTurn(() => ask<Uint8Array | undefined>({ path, mediaType, want: "cover" }));
}

async function ask<T>(question: MediaQuestion): Promise<T> {
  clearTimeout(idle);
  thread ??= start();
  const asked = thread;
  asked.ref();
  const late = setTimeout(() => void asked.terminate(), MAX_MS);
  try {
    const reply = await replyOf<T>(asked, question);
    if ("failure" in reply) throw new Error(reply.failure);
    return reply.answer;
  } finally {
    clearTimeout(late);
    rest(asked);
  }
}

function replyOf<T>(asked: Worker, question: MediaQuestion): Promise<Reply<T>> {
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => reject(new ReaderEnded(`the thread ended: ${reason}`));
    asked.once("error", fail).once("exit", fail);
    asked.once("message", (reply: Reply<T>) => {
      asked.off("error", fail).off("exit", fail);
      resolve(reply);
    });
    asked.postMessage(question);
  });
}

function start(): Worker {
  const file = join(/* turbopackIgnore: true */ process.cwd(), THREAD_PATH);
  const started = new Worker(/* turbopackIgnore: true */ file, { resourceLimits: MEMORY });
  return started.on("error", () => forget(started)).on("exit", () => forget(started));
}

function forget(ended: Worker): void {
  if (thread === ended) thread = undefined;
}

/** A thread that nobody needs ends, and does not keep the process alive before. */
function rest(asked: Worker): void {
  asked.unref();
  idle = setTimeout(() => {
    forget(asked);
    void asked.terminate();
  }, IDLE_MS).unref();
}
