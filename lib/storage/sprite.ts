import { AppError } from "@/lib/errors";
import { type SpriteGeometry, spriteGeometry, tileInterval } from "@/lib/media/sprite";
import type { Asset } from "./asset";
import { encodePicture } from "./encode-picture";
import { readImage, withPicture } from "./hardened-sharp";
import { runFfmpeg } from "./run-ffmpeg";

const MAX_MS = 120_000;
const QUALITY = 70;
/** Of width to height, between a video and a poster of it: whole pixels round differently. */
const RATIO_TOLERANCE = 0.03;

type FfmpegUse = { ffmpegPath: string; signal?: AbortSignal };

/** A video's sprite by ffmpeg as WebP; `undefined` where the video or ffmpeg gives none. Nothing is thrown. */
export async function spriteByFfmpeg(
  path: string,
  asset: Asset,
  { ffmpegPath, signal }: FfmpegUse,
): Promise<Buffer | undefined> {
  const geometry = spriteGeometry(asset);
  if (!geometry || !asset.frameCount) return undefined;
  const { columns, rows, tileWidth, tileHeight } = geometry;
  const filters = [
    `select=not(mod(n\\,${tileInterval(asset.frameCount, geometry)}))`,
    `scale=${tileWidth}:${tileHeight}`,
    `tile=${columns}x${rows}`,
  ];
  const sheet = await runFfmpeg(path, {
    ffmpegPath,
    mediaType: asset.mediaType,
    // Not the cover, which is a video of one picture to ffmpeg.
    output: ["-map", "0:V:0", "-vf", filters.join(",")],
    maxMs: MAX_MS,
    signal,
  });
  return sheet === undefined ? undefined : checkedSprite(sheet, geometry).catch(() => undefined);
}

/**
 * A sprite that a browser has drawn, encoded anew.
 *
 * @throws AppError `unreadableFile`; `invalidRequest` for a picture of another size than a sprite of this video has
 */
export async function checkedSprite(bytes: Uint8Array, geometry: SpriteGeometry): Promise<Buffer> {
  const { width, height } = await readImage(bytes);
  if (width !== geometry.columns * geometry.tileWidth || height !== geometry.rows * geometry.tileHeight)
    throw new AppError("invalidRequest", { reason: "size" });
  const sprite = await withPicture(bytes, (picture) => encodePicture(picture, "image/webp", QUALITY));
  return sprite.bytes;
}

/** @throws AppError `unreadableFile`; `invalidRequest` for a picture of another shape than the video */
export async function checkPosterShape(bytes: Uint8Array, { width, height }: Asset): Promise<void> {
  const poster = await readImage(bytes);
  if (!width || !height) return;
  const ratio = (poster.width * height) / (poster.height * width);
  if (Math.abs(ratio - 1) > RATIO_TOLERANCE) throw new AppError("invalidRequest", { reason: "size" });
}
