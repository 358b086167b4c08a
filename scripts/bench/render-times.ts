import { join } from "node:path";
import type { AnimaticSpec } from "@/lib/sandbox/animatic";
import { findFfmpeg } from "@/lib/sandbox/render/encode/find-ffmpeg";
import { createAnimaticRenderer } from "@/lib/sandbox/render/renderer";
import type { Line } from "./report";

const SHORT = { name: "5 s of 1280 × 720", width: 1280, height: 720, frameCount: 120 };
const LONG = { name: "15 s of 1920 × 1080", width: 1920, height: 1080, frameCount: 360 };

/** How long the sandbox's renderer takes with the ffmpeg of this machine, where there is one, and without. */
export async function renderTimes(folder: string, pathVariable: string): Promise<Line[]> {
  const ffmpegPath = await findFfmpeg(undefined, pathVariable);
  const without = await measure(folder, "without ffmpeg", undefined);
  return ffmpegPath === undefined ? without : [...without, ...(await measure(folder, "with ffmpeg", ffmpegPath))];
}

async function measure(folder: string, how: string, ffmpegPath: string | undefined): Promise<Line[]> {
  const renderer = createAnimaticRenderer(ffmpegPath === undefined ? {} : { ffmpegPath });
  // The first render also starts the worker and loads the fonts.
  await renderer.render(specOf({ ...SHORT, frameCount: 2 }), join(folder, "warm-up.mp4"));
  const lines: Line[] = [];
  for (const size of [SHORT, LONG]) {
    const startedMs = performance.now();
    await renderer.render(specOf(size), join(folder, "take.mp4"));
    const value = `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
    lines.push({
      what: `rendering ${size.name} ${how}`,
      value,
      ...(size === SHORT && ffmpegPath === undefined && { promise: "< 5 s" }),
    });
  }
  await renderer.close();
  return lines;
}

function specOf({ width, height, frameCount }: Pick<AnimaticSpec, "width" | "height" | "frameCount">): AnimaticSpec {
  return {
    width,
    height,
    frameCount,
    fps: 24,
    modelId: "bench/render",
    seed: 7,
    prompt: "A street in the rain. character1 lifts a lantern. Somebody looks back.",
    watermark: true,
    references: [],
  };
}
