import { type FileHandle, open as openFile, rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { toStorageError } from "./disk-error";

/** An answer as any client gives it; header names in lower case. */
export type OpenedDownload = { status: number; headers: Readonly<Record<string, string>>; body: Readable };

/** `badStatus`: not a 2xx. `incomplete`: empty, broken off, or another length than announced. `tooLarge`: above our own limit. */
export type DownloadFailure = "badStatus" | "incomplete" | "tooLarge";

export class DownloadError extends Error {
  override readonly name = "DownloadError";
  readonly failure: DownloadFailure;

  constructor(failure: DownloadFailure, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.failure = failure;
  }
}

/** Where a download that broke off goes on, if the file is still the same. */
export type ResumeAt = { byte: number; etag: string };

type DownloadOptions = {
  open: (resumeAt?: ResumeAt) => Promise<OpenedDownload>;
  path: string;
  maxBytes: number;
};

/** Each has to bring something, so that a server that only breaks off is not asked for ever. */
const MAX_RESUMES = 5;

/**
 * Streams an answer into a new file at `path` and gives its length. The file is as long as was announced, or it is not there. Where the
 * connection breaks, the rest is asked for if the server names the file by a strong tag.
 *
 * @throws DownloadError, AppError `storageFull`, and whatever `open` throws
 */
export async function downloadTo({ open, path, maxBytes }: DownloadOptions): Promise<{ bytes: number }> {
  let answer = await open();
  try {
    const { status, headers } = answer;
    if (status < 200 || status > 299 || status === 206)
      throw new DownloadError("badStatus", `the answer was HTTP ${status}`);
    const announced = announcedBytes(headers);
    if (announced !== undefined && announced > maxBytes) throw tooLarge(maxBytes);
    const file = await openFile(path, "wx", 0o600);
    try {
      let bytes = 0;
      for (let resumes = 0; ; resumes++) {
        const part = await append(answer.body, file, { bytes, maxBytes });
        const isProgress = part.bytes > bytes;
        bytes = part.bytes;
        if (!part.broken) break;
        const rest =
          isProgress && resumes < MAX_RESUMES ? await openRest({ open, headers, bytes, announced }) : undefined;
        if (!rest) throw part.broken;
        answer = rest;
      }
      if (bytes === 0) throw new DownloadError("incomplete", "the answer was empty");
      if (announced !== undefined && bytes !== announced) {
        throw new DownloadError("incomplete", `${bytes} of ${announced} bytes arrived`);
      }
      return { bytes };
    } finally {
      await file.close();
    }
  } catch (error) {
    discard(answer);
    await rm(path, { force: true });
    throw toStorageError(error);
  }
}

/** The answer with all that is missing, or undefined where the server has no such. */
async function openRest({
  open,
  headers,
  bytes,
  announced,
}: {
  open: DownloadOptions["open"];
  headers: OpenedDownload["headers"];
  bytes: number;
  announced: number | undefined;
}): Promise<OpenedDownload | undefined> {
  const { etag = "" } = headers;
  if (announced === undefined || bytes >= announced || !etag.startsWith('"')) return undefined;
  const rest = await open({ byte: bytes, etag });
  if (rest.status === 206 && rest.headers["content-range"] === `bytes ${bytes}-${announced - 1}/${announced}`)
    return rest;
  discard(rest);
  return undefined;
}

function discard({ body }: OpenedDownload): void {
  body.on("error", () => undefined).destroy();
}

/** The length of a compressed answer is not that of the file. */
function announcedBytes(headers: OpenedDownload["headers"]): number | undefined {
  const length = headers["content-length"];
  const encoding = headers["content-encoding"] ?? "identity";
  return length !== undefined && /^\d+$/.test(length) && encoding === "identity" ? Number(length) : undefined;
}

/** Writes what comes behind the first `bytes`; gives how many there are then, and how it broke off where it did. */
async function append(
  body: Readable,
  file: FileHandle,
  { bytes: before, maxBytes }: { bytes: number; maxBytes: number },
): Promise<{ bytes: number; broken?: DownloadError }> {
  const chunks: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  for (let bytes = before; ; ) {
    let next: IteratorResult<Buffer>;
    try {
      next = await chunks.next();
    } catch (cause) {
      const broken = new DownloadError("incomplete", `the connection ended after ${bytes} bytes`, { cause });
      return { bytes, broken };
    }
    if (next.done) return { bytes };
    if (bytes + next.value.length > maxBytes) throw tooLarge(maxBytes);
    await file.appendFile(next.value);
    bytes += next.value.length;
  }
}

function tooLarge(maxBytes: number): DownloadError {
  return new DownloadError("tooLarge", `the file has more than ${maxBytes} bytes`);
}
