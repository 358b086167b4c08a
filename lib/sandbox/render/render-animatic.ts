import { setImmediate as nextTurn } from "node:timers/promises";
import type { AnimaticSpec, RenderedAnimatic } from "@/lib/sandbox/animatic";
import { createFilm } from "./draw/film";
import type { VideoEncoder } from "./encode/encoder";
import { createFfmpegEncoder } from "./encode/ffmpeg-encoder";
import { finishFile } from "./encode/finish";
import { createWasmEncoder } from "./encode/wasm-encoder";
import { rgbaToYuv, yuvSize } from "./encode/yuv";

export type RenderOptions = { path: string; ffmpegPath: string | undefined; signal: AbortSignal };

const POSTER_QUALITY = 86;

/**
 * Draws, encodes and finishes one animatic on this thread. An ffmpeg that fails costs time, not the film: the built-in encoder then does it again.
 *
 * @throws Error when aborted or when encoding fails; nothing is then left behind.
 */
export async function renderAnimatic(spec: AnimaticSpec, options: RenderOptions): Promise<RenderedAnimatic> {
  try {
    return await renderOnce(spec, options);
  } catch (error) {
    if (options.ffmpegPath === undefined || options.signal.aborted) throw error;
    return await renderOnce(spec, { ...options, ffmpegPath: undefined });
  }
}

async function renderOnce(spec: AnimaticSpec, options: RenderOptions): Promise<RenderedAnimatic> {
  const startedMs = performance.now();
  const encoder = openEncoder(spec, options);
  try {
    const film = createFilm(spec);
    const posterJpeg = (await film.poster()).toBuffer("image/jpeg", POSTER_QUALITY);
    const yuv = new Uint8Array(yuvSize(spec.width, spec.height));
    for (let index = 0; index < spec.frameCount; index += 1) {
      const canvas = await film.frame(index);
      rgbaToYuv(canvas.data(), spec, yuv);
      await encoder.add(yuv);
      // Without a turn of the loop here the canvas's memory is not given back, and an abort is not heard.
      await nextTurn();
      options.signal.throwIfAborted();
    }
    const { fps, frameCount } = spec;
    await finishFile(await encoder.finish(), options.path, { fps, frameCount, posterJpeg, title: spec.modelId });
  } finally {
    await encoder.dispose();
  }
  return { path: options.path, encoder: encoder.name, renderMs: Math.round(performance.now() - startedMs) };
}

function openEncoder(spec: AnimaticSpec, { ffmpegPath, path, signal }: RenderOptions): VideoEncoder {
  signal.throwIfAborted();
  if (ffmpegPath === undefined) return createWasmEncoder(spec);
  return createFfmpegEncoder(ffmpegPath, `${path}.raw`, spec);
}
