import { encodePicture, type Picture, type PictureType } from "./encode-picture";
import { withPicture } from "./hardened-sharp";

const POSTER_SIDE = 640;
const POSTER_QUALITY = 78;
/** Keeps what the eye can see. */
const FIRST_QUALITY = 95;
/** For a file that grows too large by being encoded again. */
const LOWER_QUALITIES = [90, 84, 76];

/**
 * The same picture, of the same type, upright and in sRGB, with nothing else in the file: no EXIF, no position, no comments. Of
 * an animation the first frame. At a lower quality where it would otherwise exceed `maxBytes`, which a PNG, that keeps every
 * pixel, may do.
 *
 * @throws AppError `unreadableFile` when the whole picture cannot be decoded
 */
export function reencode(
  bytes: Uint8Array,
  type: PictureType,
  { maxBytes = Number.POSITIVE_INFINITY }: { maxBytes?: number } = {},
): Promise<Picture> {
  return withPicture(bytes, async (picture) => {
    const upright = picture.autoOrient();
    let encoded = await encodePicture(upright, type, FIRST_QUALITY);
    for (const quality of type === "image/png" ? LOWER_QUALITIES.slice(0, 1) : LOWER_QUALITIES) {
      if (encoded.bytes.length <= maxBytes) break;
      encoded = await encodePicture(upright, type, quality);
    }
    return encoded;
  });
}

/**
 * A WebP of at most 640 pixels on its long side, upright.
 *
 * @throws AppError `unreadableFile` when the whole picture cannot be decoded
 */
export function makePoster(bytes: Uint8Array): Promise<Picture> {
  return withPicture(bytes, (picture) => {
    const inside = { width: POSTER_SIDE, height: POSTER_SIDE, fit: "inside", withoutEnlargement: true } as const;
    return encodePicture(picture.autoOrient().resize(inside), "image/webp", POSTER_QUALITY);
  });
}
