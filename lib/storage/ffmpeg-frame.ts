import { createTurns } from "./in-turn";
import { runFfmpeg } from "./run-ffmpeg";

const MAX_MS = 15_000;
/** One at a time: it decodes, and a studio may run on two cores. */
const inTurn = createTurns();

type GrabOptions = { ffmpegPath: string; mediaType: string; atMs: number; maxMs?: number };

/** One frame of a video as PNG, `undefined` when ffmpeg cannot give one within 15 s. */
export function grabFrame(path: string, { atMs, maxMs = MAX_MS, ...ffmpeg }: GrabOptions): Promise<Buffer | undefined> {
  return inTurn(() => runFfmpeg(path, { ...ffmpeg, input: ["-ss", `${atMs}ms`], output: [], maxMs }));
}
