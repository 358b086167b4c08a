import type { Readable } from "node:stream";
import { SNIFF_BYTES, sniff } from "@/lib/media/sniff";
import { isPictureType } from "@/lib/storage/encode-picture";

/** A body from outside that has to be a picture: what its first bytes do not call one is not read on. @throws Error */
export async function readPicture(body: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isKnown = false;
  // Leaving the loop closes the body.
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (isKnown || bytes < SNIFF_BYTES) continue;
    refuseOther(chunks);
    isKnown = true;
  }
  if (!isKnown) refuseOther(chunks);
  return Buffer.concat(chunks);
}

function refuseOther(chunks: readonly Buffer[]): void {
  if (!isPictureType(sniff(Buffer.concat(chunks)))) throw new Error("not a picture");
}
