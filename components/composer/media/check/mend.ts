import { originOf, rememberOrigin } from "@/lib/api/frame-origin";
import { extensionOf, isMediaType } from "@/lib/media/media-types";
import { SNIFF_BYTES, sniff } from "@/lib/media/sniff";
import { UPLOAD_LIMITS } from "@/lib/media/upload-limits";
import type { MediaLimits } from "@/lib/schema/field";
import { type Attempt, attemptsFor } from "./attempts";
import type { Frame } from "./crop-frame";
import { decode } from "./inspect-file";

/** The server encodes pictures once more, which may add to them where it has no limit of its own in sight. */
const ROOM_TO_GROW = 0.75;
const SAMPLE_SIDE = 256;

/**
 * A part of a picture (all of it where no frame is given) as a new file that a slot takes: upright, of an accepted type, as large
 * and as good as its bytes allow. Undefined where there is none.
 */
export async function mend(file: File, limits: MediaLimits, frame?: Frame): Promise<File | undefined> {
  const picture = await decode(file);
  try {
    const area = frame ?? { x: 0, y: 0, width: picture.width, height: picture.height };
    const type = sniff(new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer()));
    const { width, height } = area;
    const most = bytesFor(limits);
    for (const attempt of attemptsFor({ width, height, type, transparent: isTransparent(picture, type) }, limits)) {
      const made = await encoded(picture, area, attempt);
      if (made && made.size <= most) return mended(file, made, attempt.type);
    }
    return undefined;
  } finally {
    picture.close();
  }
}

/** A part of a frame is still of its take. */
function mended(file: File, content: Blob, type: string): File {
  const made = new File([content], renamed(file.name, type), { type });
  const origin = originOf(file);
  return origin ? rememberOrigin(made, origin) : made;
}

function bytesFor({ maxBytes = UPLOAD_LIMITS.image }: MediaLimits): number {
  return maxBytes < UPLOAD_LIMITS.image ? maxBytes * ROOM_TO_GROW : UPLOAD_LIMITS.image;
}

/** Undefined where this browser does not write the type: it gives a PNG then. */
async function encoded(picture: ImageBitmap, area: Frame, attempt: Attempt): Promise<Blob | undefined> {
  const { width, height, type, quality } = attempt;
  const { canvas, brush } = easel(width, height);
  if (type === "image/jpeg") {
    brush.fillStyle = "#fff";
    brush.fillRect(0, 0, width, height);
  }
  brush.drawImage(picture, area.x, area.y, area.width, area.height, 0, 0, width, height);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  return made?.type === type ? made : undefined;
}

/** Looks at a small copy: what is transparent in one pixel of thousands is not missed by anybody. */
function isTransparent(picture: ImageBitmap, type: string): boolean {
  if (type === "image/jpeg" || type === "image/bmp") return false;
  const { brush } = easel(SAMPLE_SIDE, SAMPLE_SIDE);
  brush.drawImage(picture, 0, 0, SAMPLE_SIDE, SAMPLE_SIDE);
  const { data } = brush.getImageData(0, 0, SAMPLE_SIDE, SAMPLE_SIDE);
  return data.some((value, index) => index % 4 === 3 && value < 250);
}

function easel(width: number, height: number) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("This browser gives no canvas.");
  brush.imageSmoothingQuality = "high";
  return { canvas, brush };
}

function renamed(name: string, type: string): string {
  return isMediaType(type) ? `${name.replace(/\.[^.]*$/, "")}.${extensionOf(type)}` : name;
}
