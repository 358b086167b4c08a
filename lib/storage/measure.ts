import { readFile, rm, stat } from "node:fs/promises";
import type { MediaType } from "@/lib/media/media-types";
import { MAX_PIXELS } from "@/lib/media/upload-limits";
import type { Asset } from "./asset";
import { isPictureType } from "./encode-picture";
import { moveIndexToFront } from "./front-index";
import { readImage } from "./hardened-sharp";
import { makePoster } from "./image";
import type { FileStore, Probe } from "./ports";
import { posterFor } from "./poster";
import { probeMedia } from "./probe";

const MAX_HELD_BYTES = 64_000_000;

/** A finished file that is not in the store yet, and what is known of it. */
export type MeasuredFile = { path: string; kind: Asset["kind"]; mediaType: MediaType; probe: Probe; poster?: Buffer };

/**
 * Measures a video or sound, makes its poster, and moves the index of an MP4 to the front. The file may be another one afterwards
 * (`path`); the old one is removed then.
 *
 * @throws AppError `unreadableFile`
 */
export async function measureMedia(
  path: string,
  { files, ffmpegPath }: { files: FileStore; ffmpegPath?: string | undefined },
): Promise<MeasuredFile> {
  const media = await probeMedia(path);
  const poster = await posterFor(path, media, ffmpegPath === undefined ? {} : { ffmpegPath });
  const { kind, mediaType, ...probe } = media;
  return { path: await indexFirst(path, files), kind, mediaType, probe, ...(poster && { poster: poster.bytes }) };
}

async function indexFirst(path: string, files: FileStore): Promise<string> {
  const moved = await files.temporaryPath();
  try {
    if (!(await moveIndexToFront(path, moved))) return path;
  } catch (error) {
    await rm(moved, { force: true });
    throw error;
  }
  await rm(path);
  return moved;
}

/**
 * Measures a picture and makes its poster, for which it is decoded whole. One of a format that is not decoded here, or larger than
 * is held in memory, is stored without a size or poster, one with too many pixels without a poster: a model made it, and it was
 * paid for.
 *
 * @throws AppError `unreadableFile`
 */
export async function measurePicture(path: string, mediaType: MediaType): Promise<MeasuredFile> {
  const file = { path, kind: "image", mediaType } as const;
  if (!isPictureType(mediaType) || (await stat(path)).size > MAX_HELD_BYTES) return { ...file, probe: {} };
  const bytes = await readFile(path);
  const { width, height } = await readImage(bytes);
  const probe = { width, height };
  if (width * height > MAX_PIXELS) return { ...file, probe };
  return { ...file, probe, poster: (await makePoster(bytes)).bytes };
}
