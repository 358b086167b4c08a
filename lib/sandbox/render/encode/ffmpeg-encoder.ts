import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { setPriority } from "node:os";
import type { VideoEncoder, VideoFormat } from "./encoder";

const MAX_STDERR_CHARACTERS = 2_000;
/** Behind the server's own work: an answer to a browser is worth more than a frame. */
const NICENESS = 5;

/** Encodes through an ffmpeg with libx264, H.264 high profile. It writes into `scratchPath`, which `dispose` removes. */
export function createFfmpegEncoder(ffmpegPath: string, scratchPath: string, format: VideoFormat): VideoEncoder {
  const child = spawn(ffmpegPath, ffmpegArguments(scratchPath, format), { stdio: "pipe" });
  const exit = watchExit(child);
  lowerPriority(child.pid);
  return {
    name: "ffmpeg",
    async add(yuv) {
      if (exit.failure !== undefined) throw exit.failure;
      // One write in flight: the buffer is reused for the next frame, and ffmpeg sets the pace.
      await Promise.race([
        new Promise<void>((resolve) => child.stdin.write(yuv, () => resolve())),
        exit.ended.then(() => Promise.reject(exit.failure ?? new Error("ffmpeg ended before the film did"))),
      ]);
    },
    async finish() {
      child.stdin.end();
      await exit.ended;
      if (exit.failure !== undefined) throw exit.failure;
      return scratchPath;
    },
    async dispose() {
      child.stdin.destroy();
      child.kill("SIGKILL");
      await exit.ended;
      await rm(scratchPath, { force: true });
    },
  };
}

function ffmpegArguments(path: string, { width, height, fps }: VideoFormat): string[] {
  const input = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", `${width}x${height}`, "-framerate", `${fps}`];
  // No B-frames: every packet is then shown in the order and at the time it stands in the file.
  const codec = [
    "-c:v",
    "libx264",
    "-preset",
    "veryfast",
    "-crf",
    "19",
    "-bf",
    "0",
    "-g",
    `${Math.max(1, Math.floor(fps))}`,
  ];
  const colour = ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];
  const quiet = ["-hide_banner", "-nostdin", "-loglevel", "error", "-y"];
  return [...quiet, ...input, "-i", "pipe:0", ...codec, "-threads", "1", ...colour, "-f", "mp4", path];
}

type Exit = { ended: Promise<unknown>; failure: Error | undefined };

function watchExit(child: ChildProcessWithoutNullStreams): Exit {
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-MAX_STDERR_CHARACTERS);
  });
  // A broken pipe is reported by the exit, which knows why.
  child.stdin.on("error", () => undefined);
  const exit: Exit = { ended: Promise.resolve(), failure: undefined };
  const failed = once(child, "error").then(([cause]) => {
    exit.failure = new Error("ffmpeg cannot be started", { cause });
  });
  const closed = once(child, "close").then(([code, signal]) => {
    if (code !== 0) exit.failure ??= new Error(`ffmpeg ended with ${code ?? signal}: ${stderr.trim()}`);
  });
  exit.ended = Promise.race([failed, closed]);
  return exit;
}

function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // It may have ended already; its exit tells why.
  }
}
