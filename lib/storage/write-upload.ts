import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format";
import { isMediaType, kindOf, type MediaType, UPLOADABLE_TYPES } from "@/lib/media/media-types";
import { SNIFF_BYTES, sniff } from "@/lib/media/sniff";
import { typeRefusal } from "@/lib/media/type-refusal";
import type { UploadLimits } from "@/lib/media/upload-limits";
import { toStorageError } from "./disk-error";

type Target = { path: string; limits: UploadLimits; announcedBytes?: number | undefined };

/**
 * Writes a file that is being sent to `path` and tells its type, found in its first bytes. What is refused is refused as soon as
 * it is known: by its type before anything is written, by its size at the first byte too many.
 *
 * @throws AppError `unsupportedType`, `tooLarge`, `unreadableFile` (empty, incomplete), `storageFull`
 */
export async function writeUpload(content: AsyncIterable<Uint8Array>, target: Target): Promise<MediaType> {
  const chunks = content[Symbol.asyncIterator]();
  try {
    return await write(chunks, target);
  } catch (error) {
    // Not awaited: it ends when the read that is under way does, and the sender has to get the answer before.
    chunks.return?.().catch(() => undefined);
    throw toStorageError(error);
  }
}

async function write(chunks: AsyncIterator<Uint8Array>, target: Target): Promise<MediaType> {
  const head = await readHead(chunks);
  if (head.length === 0) throw new AppError("unreadableFile", { reason: "empty" });
  const mediaType = uploadableType(sniff(head));
  const maxBytes = target.limits[kindOf(mediaType)];
  if ((target.announcedBytes ?? 0) > maxBytes)
    throw new AppError("tooLarge", { maxBytes, maxSize: formatBytes(maxBytes) });
  await pipeline(upTo(maxBytes, head, chunks), createWriteStream(target.path, { flags: "wx", mode: 0o600 }));
  return mediaType;
}

/** @throws AppError `unsupportedType`, naming what was found and what is accepted */
export function uploadableType(found: string): MediaType {
  if (isMediaType(found) && UPLOADABLE_TYPES.includes(found)) return found;
  throw new AppError("unsupportedType", typeRefusal(found, UPLOADABLE_TYPES));
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const head: Uint8Array[] = [];
  for (let bytes = 0; bytes < SNIFF_BYTES; ) {
    const chunk = await nextOf(chunks);
    if (chunk === undefined) break;
    head.push(chunk);
    bytes += chunk.length;
  }
  return Buffer.concat(head);
}

async function* upTo(maxBytes: number, head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for (let chunk: Uint8Array | undefined = head; chunk !== undefined; chunk = await nextOf(rest)) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new AppError("tooLarge", { maxBytes, maxSize: formatBytes(maxBytes) });
    yield chunk;
  }
}

async function nextOf(rest: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  const next = await rest.next();
  return next.done === true ? undefined : next.value;
}
