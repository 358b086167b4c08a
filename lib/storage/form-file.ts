import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import Busboy from "@fastify/busboy";
import { AppError } from "@/lib/errors";
import { cleanFileName } from "./file-name";
import { incomplete } from "./incomplete";
import type { IncomingFile } from "./upload-body";

const FIELD = "file";
/** Other fields are read over; these only bound what a sender can make us hold. */
const LIMITS = { files: 8, fields: 16, fieldSize: 4096, parts: 24, headerPairs: 32, headerSize: 8192 };

/**
 * The field `file` of a multipart form. Nothing of it is held in memory: the parser runs as fast as the content is read.
 *
 * @throws AppError `invalidRequest` where the form has none
 */
export async function openFormFile(body: AsyncIterable<Uint8Array>, contentType: string): Promise<IncomingFile> {
  const parser = createParser(contentType);
  const stop = new AbortController();
  let count = 0;
  const file = new Promise<{ stream: Readable; name: string }>((resolve) => {
    parser.on("file", (field, stream, name) => {
      stream.on("error", () => undefined);
      count += field === FIELD ? 1 : 0;
      if (field === FIELD && count === 1) resolve({ stream, name });
      else stream.resume();
    });
  });
  const parsed = pipeline(Readable.from(body), parser, { signal: stop.signal }).catch((cause: unknown) => {
    throw cause instanceof AppError ? cause : incomplete(cause);
  });
  const found = await Promise.race([file, parsed]);
  if (found === undefined) throw new AppError("invalidRequest", { reason: "missing", member: FIELD });
  parsed.catch(() => undefined);
  return {
    name: cleanFileName(found.name ?? ""),
    content: reading(found.stream, stop),
    async finish() {
      await parsed;
      if (count > 1) throw new AppError("invalidRequest", { reason: "severalFiles" });
    },
  };
}

function createParser(contentType: string) {
  try {
    return Busboy({ headers: { "content-type": contentType }, limits: LIMITS });
  } catch (cause) {
    throw new AppError("invalidRequest", { reason: "noBoundary" }, { cause });
  }
}

async function* reading(stream: Readable, stop: AbortController): AsyncGenerator<Uint8Array> {
  let isWhole = false;
  try {
    yield* stream;
    isWhole = true;
  } catch (cause) {
    throw incomplete(cause);
  } finally {
    if (!isWhole) stop.abort();
  }
}
