import sharp, { type Sharp } from "sharp";
import { AppError } from "@/lib/errors";
import { createTurns } from "./in-turn";

/** Decoded pixels of one picture; 50 megapixels are about 200 MB of memory. */
export const MAX_PIXELS = 50_000_000;
const MAX_SECONDS = 60;

/**
 * Of the many formats that libvips reads only these three are reachable, whatever a file says of itself: the others have had
 * remote holes. At module scope, so that nothing can be decoded before.
 */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
sharp.cache(false);

/** One picture at a time, so that nine uploads together need the memory of one. */
const inTurn = createTurns();

/**
 * Works on a picture with the limits that hold for every picture: pixels, time, one at a time. `failOn: "error"` makes a file
 * that is cut off an error instead of a picture with a grey end.
 *
 * @throws AppError `unreadableFile`
 */
export function withPicture<T>(bytes: Uint8Array, work: (picture: Sharp) => Promise<T>): Promise<T> {
  return inTurn(async () => {
    try {
      await refuseTooManyPixels(bytes);
      return await work(
        sharp(bytes, { failOn: "error", limitInputPixels: MAX_PIXELS }).timeout({ seconds: MAX_SECONDS }),
      );
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError("unreadableFile", { reason: "the picture is damaged or cut off" }, { cause });
    }
  });
}

/** Reads only the header, which is safe at any size. */
async function refuseTooManyPixels(bytes: Uint8Array): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height <= MAX_PIXELS) return;
  throw new AppError("unreadableFile", { reason: `the picture has more than ${MAX_PIXELS / 1e6} megapixels` });
}
