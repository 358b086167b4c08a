import { spawn } from "node:child_process";
import { MAX_PIXELS } from "@/lib/media/upload-limits";

/** ffmpeg's own names of the containers that it may open; left to guess, it also opens play lists that name other addresses. */
const DEMUXERS: Record<string, string> = {
  "video/mp4": "mov",
  "video/quicktime": "mov",
  "video/webm": "matroska",
  "video/x-matroska": "matroska",
};

const MAX_PICTURE_BYTES = 64 * 1024 * 1024;
/** One thread, pictures as large as the studio takes, and no piece of memory beyond what such a one needs. */
const BOUNDS = ["-max_alloc", "268435456", "-threads", "1", "-max_pixels", String(MAX_PIXELS)];
/** The same from outside, in kB, where the system has such a bound; the shell becomes the program. */
const BOUNDED_SHELL = 'ulimit -v 2000000 2>/dev/null; ulimit -t 120 2>/dev/null; exec "$0" "$@"';

type FfmpegRun = {
  ffmpegPath: string;
  mediaType: string;
  /** Options of the input and of the picture that comes out. */
  input?: readonly string[];
  output: readonly string[];
  maxMs: number;
  signal?: AbortSignal | undefined;
};

/**
 * One picture of a video as PNG, `undefined` when ffmpeg cannot give one: not there, not its format, nothing that is asked for, or
 * not done in time (it is killed then).
 */
export function runFfmpeg(path: string, run: FfmpegRun): Promise<Buffer | undefined> {
  const demuxer = DEMUXERS[run.mediaType];
  if (demuxer === undefined || run.signal?.aborted) return Promise.resolve(undefined);
  const from = [...BOUNDS, "-protocol_whitelist", "file", "-f", demuxer, ...(run.input ?? []), "-i", `file:${path}`];
  const to = ["-frames:v", "1", "-an", ...run.output, "-c:v", "png", "-f", "image2pipe", "pipe:1"];
  const child = spawnBounded(run.ffmpegPath, ["-nostdin", "-v", "error", ...from, ...to]);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const kill = () => child.kill("SIGKILL");
    const timer = setTimeout(kill, run.maxMs);
    run.signal?.addEventListener("abort", kill, { once: true });
    const end = (picture: Buffer | undefined) => {
      clearTimeout(timer);
      run.signal?.removeEventListener("abort", kill);
      resolve(picture);
    };
    child.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MAX_PICTURE_BYTES) kill();
    });
    child.once("error", () => end(undefined));
    child.once("close", (code) => end(code === 0 && bytes > 0 ? Buffer.concat(chunks) : undefined));
  });
}

function spawnBounded(program: string, args: readonly string[]) {
  const [command, given] =
    process.platform === "win32" ? [program, args] : ["/bin/sh", ["-c", BOUNDED_SHELL, program, ...args]];
  return spawn(/* turbopackIgnore: true */ command, given, { stdio: ["ignore", "pipe", "ignore"] });
}
