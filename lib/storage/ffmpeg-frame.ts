import { spawn } from "node:child_process";
import { createTurns } from "./in-turn";

const MAX_MS = 15_000;
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
/** One at a time: it decodes, and a studio may run on two cores. */
const inTurn = createTurns();

/** ffmpeg's own names of the containers that it may open; left to guess, it also opens play lists that name other addresses. */
const DEMUXERS: Record<string, string> = {
  "video/mp4": "mov",
  "video/quicktime": "mov",
  "video/webm": "matroska",
  "video/x-matroska": "matroska",
};

type GrabOptions = { ffmpegPath: string; mediaType: string; atMs: number; maxMs?: number };

/**
 * One frame of a video as PNG, `undefined` when ffmpeg cannot give one: not there, not its format, nothing at that time, or not
 * done within 15 s (it is killed then).
 */
export function grabFrame(path: string, options: GrabOptions): Promise<Buffer | undefined> {
  return inTurn(() => run(path, options));
}

function run(path: string, { ffmpegPath, mediaType, atMs, maxMs = MAX_MS }: GrabOptions): Promise<Buffer | undefined> {
  const demuxer = DEMUXERS[mediaType];
  if (demuxer === undefined) return Promise.resolve(undefined);
  const from = ["-protocol_whitelist", "file", "-f", demuxer, "-ss", `${atMs}ms`, "-i", `file:${path}`];
  const to = ["-frames:v", "1", "-an", "-c:v", "png", "-f", "image2pipe", "pipe:1"];
  const child = spawn(ffmpegPath, ["-nostdin", "-v", "error", ...from, ...to], { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const kill = () => child.kill("SIGKILL");
    const timer = setTimeout(kill, maxMs);
    child.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MAX_FRAME_BYTES) kill();
    });
    child.once("error", () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve(code === 0 && bytes > 0 ? Buffer.concat(chunks) : undefined);
    });
  });
}
