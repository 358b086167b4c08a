import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
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

type DownloadOptions = { open: () => Promise<OpenedDownload>; path: string; maxBytes: number };

/**
 * Streams an answer into a new file at `path` and gives its length. The file is as long as was announced, or it is not there.
 *
 * @throws DownloadError, AppError `storageFull`, and whatever `open` throws
 */
export async function downloadTo({ open, path, maxBytes }: DownloadOptions): Promise<{ bytes: number }> {
  const { status, headers, body } = await open();
  try {
    if (status < 200 || status > 299 || status === 206)
      throw new DownloadError("badStatus", `the answer was HTTP ${status}`);
    const announced = announcedBytes(headers);
    if (announced !== undefined && announced > maxBytes) throw tooLarge(maxBytes);
    const bytes = await write(body, path, maxBytes);
    if (bytes === 0) throw new DownloadError("incomplete", "the answer was empty");
    if (announced !== undefined && bytes !== announced) {
      throw new DownloadError("incomplete", `${bytes} of ${announced} bytes arrived`);
    }
    return { bytes };
  } catch (error) {
    body.on("error", () => undefined).destroy();
    await rm(path, { force: true });
    throw error;
  }
}

/** The length of a compressed answer is not that of the file. */
function announcedBytes(headers: OpenedDownload["headers"]): number | undefined {
  const length = headers["content-length"];
  const encoding = headers["content-encoding"] ?? "identity";
  return length !== undefined && /^\d+$/.test(length) && encoding === "identity" ? Number(length) : undefined;
}

async function write(body: Readable, path: string, maxBytes: number): Promise<number> {
  let bytes = 0;
  async function* bounded(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of body) {
        bytes += chunk.length;
        if (bytes > maxBytes) break;
        yield chunk;
      }
    } catch (cause) {
      throw new DownloadError("incomplete", `the connection ended after ${bytes} bytes`, { cause });
    }
  }
  try {
    await pipeline(bounded, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  } catch (error) {
    throw toStorageError(error);
  }
  if (bytes > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

function tooLarge(maxBytes: number): DownloadError {
  return new DownloadError("tooLarge", `the file has more than ${maxBytes} bytes`);
}
