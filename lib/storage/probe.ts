import { open } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import { isMediaType, kindOf, type MediaType } from "@/lib/media/media-types";
import { SNIFF_BYTES, sniff } from "@/lib/media/sniff";
import { MAX_PIXELS } from "@/lib/media/upload-limits";
import type { MediaKind } from "@/lib/schema/field";
import { isCutOff } from "./declared-end";
import type { Probe } from "./ports";
import { ReaderEnded, readTracks } from "./read-media";
import { isIndexSound } from "./sound-index";
import { isSegmentSound } from "./sound-segment";

const ISO_TYPES = new Set<MediaType>(["video/mp4", "video/quicktime", "audio/mp4"]);
const MATROSKA_TYPES = new Set<MediaType>(["video/webm", "video/x-matroska"]);
const MAX_DURATION_MS = 24 * 60 * 60 * 1000;

export type ProbedMedia = Probe & { kind: MediaKind; mediaType: MediaType };

/**
 * What a video or audio file holds, by its container: the size as it is seen (rotation and pixel shape applied), the length to
 * the millisecond, and for a video the exact number of frames.
 *
 * @throws AppError `unreadableFile` for a file of another kind, without a readable track, or cut off; with the reason `notRead` where
 * nothing is said of the file
 */
export async function probeMedia(path: string): Promise<ProbedMedia> {
  const mediaType = await sniffFile(path);
  if (!isMediaType(mediaType) || kindOf(mediaType) === "image") throw unreadable(`it is ${mediaType}`);
  if ((await isCutOff(path)) || !(await isContainerSound(path, mediaType))) throw unreadable("damaged");
  const probe = await readTracks(path, mediaType).catch((cause: unknown) => {
    throw unreadable(cause instanceof ReaderEnded ? "notRead" : "damaged", cause);
  });
  if (probe === undefined) throw unreadable("noTracks");
  if (!isPlausible(probe)) throw unreadable("damaged");
  const kind = probe.frameCount === undefined ? "audio" : "video";
  if (kind === kindOf(mediaType)) return { ...probe, kind, mediaType };
  if (mediaType === "video/mp4" || mediaType === "video/quicktime") return { ...probe, kind, mediaType: "audio/mp4" };
  throw unreadable("noPicture");
}

async function isContainerSound(path: string, mediaType: MediaType): Promise<boolean> {
  if (ISO_TYPES.has(mediaType)) return isIndexSound(path);
  return !MATROSKA_TYPES.has(mediaType) || isSegmentSound(path);
}

/** What nobody made, a player should not be asked to show. */
function isPlausible({ durationMs = 0, width = 0, height = 0 }: Probe): boolean {
  return durationMs >= 0 && durationMs <= MAX_DURATION_MS && width * height <= MAX_PIXELS;
}

/** The type of a file on the disk by its first bytes, as `sniff` names it. */
export async function sniffFile(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return sniff(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function unreadable(reason: string, cause?: unknown): AppError {
  return new AppError("unreadableFile", { reason }, { cause });
}
