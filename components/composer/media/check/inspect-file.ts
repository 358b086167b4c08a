import { SNIFF_BYTES, sniff } from "@/lib/media/sniff";
import { CONVERTIBLE_TYPES } from "@/lib/media/type-refusal";
import type { MediaFacts } from "@/lib/schema/media-check";
import { measureClip } from "./measure-clip";

export type Inspection = { facts: MediaFacts; unreadable?: "empty" | "damaged" };

/**
 * What a file really is and measures: its type by its first bytes, whatever its name says, a picture's size with its orientation
 * applied, a video's or sound's size and length as far as this browser plays it.
 *
 * @throws where the file cannot be read at all: a folder, or a file that has changed since it was chosen
 */
export async function inspectFile(file: Blob): Promise<Inspection> {
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const facts: MediaFacts = { mediaType: sniff(head), bytes: file.size };
  if (file.size === 0) return { facts, unreadable: "empty" };
  if (CONVERTIBLE_TYPES.includes(facts.mediaType)) {
    const picture = await decode(file).catch(() => undefined);
    if (!picture) return { facts, unreadable: "damaged" };
    const { width, height } = picture;
    picture.close();
    return { facts: { ...facts, width, height } };
  }
  if (!/^(video|audio)\//.test(facts.mediaType)) return { facts };
  return { facts: { ...facts, ...(await measureClip(file)) } };
}

/** A picture as it is seen: upright, whatever way the camera was held. */
export function decode(file: Blob): Promise<ImageBitmap> {
  return createImageBitmap(file, { imageOrientation: "from-image" });
}
