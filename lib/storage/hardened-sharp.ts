import sharp, { type Sharp } from "sharp";
import { AppError } from "@/lib/errors";
import { MAX_PIXELS } from "@/lib/media/upload-limits";
import { createTurns } from "./in-turn";
import { leanPng } from "./lean-png";

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
 * Width and height in pixels as the picture is seen, its orientation applied. Reads the header only, which is safe at any size.
 *
 * @throws AppError `unreadableFile` for anything but a JPEG, PNG or WebP
 */
export async function readImage(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  return sizeOf(leanPng(bytes));
}

async function sizeOf(lean: Uint8Array): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(lean, { limitInputPixels: false }).metadata().catch(damaged);
  return autoOrient;
}

/**
 * Works on a decoded picture with the limits that hold for every picture: pixels, time, one at a time. `failOn: "error"` makes a
 * file that is cut off an error instead of a picture with a grey end.
 *
 * @throws AppError `unreadableFile` when it has more than `MAX_PIXELS` or cannot be decoded to its end
 */
export function withPicture<T>(bytes: Uint8Array, work: (picture: Sharp) => Promise<T>): Promise<T> {
  return inTurn(async () => {
    const lean = leanPng(bytes);
    const { width, height } = await sizeOf(lean);
    if (width * height > MAX_PIXELS) {
      throw new AppError("unreadableFile", { reason: "tooManyPixels", megapixels: MAX_PIXELS / 1e6 });
    }
    const picture = sharp(lean, { failOn: "error", limitInputPixels: MAX_PIXELS }).timeout({ seconds: MAX_SECONDS });
    return work(picture).catch(damaged);
  });
}

function damaged(cause: unknown): never {
  throw new AppError("unreadableFile", { reason: "damaged" }, { cause });
}
