import type { Sharp } from "sharp";
import { encodePicture, type PictureType } from "./encode-picture";
import { withPicture } from "./hardened-sharp";

export type FittedPicture = { bytes: Buffer; mediaType: PictureType };

/** Down to which the shorter side may be scaled: the service's pages ask for up to 400 pixels. */
const MIN_SHORT_SIDE = 512;
const QUALITIES = [90, 82, 74];
const SCALE_STEP = 0.8;

/**
 * The picture in at most `maxBytes`, losing as little as possible: first quality, then size, never below 512 pixels on the shorter
 * side (or its own, where that is less). JPEG, or WebP where it is transparent. `undefined` when that is not enough.
 *
 * @throws AppError `unreadableFile`
 */
export function fitPicture(bytes: Uint8Array, maxBytes: number): Promise<FittedPicture | undefined> {
  return withPicture(bytes, async (picture) => {
    const { hasAlpha, autoOrient } = await picture.metadata();
    const mediaType = hasAlpha ? "image/webp" : "image/jpeg";
    for (const scale of scalesOf(Math.min(autoOrient.width, autoOrient.height))) {
      const width = Math.max(1, Math.round(autoOrient.width * scale));
      const sized = scale === 1 ? picture.clone().autoOrient() : picture.clone().autoOrient().resize({ width });
      const fitted = await firstThatFits(sized, mediaType, maxBytes);
      if (fitted !== undefined) return { bytes: fitted, mediaType };
    }
    return undefined;
  });
}

function scalesOf(shortSide: number): number[] {
  const scales = [1];
  for (let scale = SCALE_STEP; shortSide * scale > MIN_SHORT_SIDE; scale *= SCALE_STEP) scales.push(scale);
  if (shortSide > MIN_SHORT_SIDE) scales.push(MIN_SHORT_SIDE / shortSide);
  return scales;
}

async function firstThatFits(picture: Sharp, mediaType: PictureType, maxBytes: number): Promise<Buffer | undefined> {
  for (const quality of QUALITIES) {
    const { bytes } = await encodePicture(picture, mediaType, quality);
    if (bytes.length <= maxBytes) return bytes;
  }
  return undefined;
}
