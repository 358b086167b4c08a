import { cleanFileName } from "./file-name";
import { openFormFile } from "./form-file";
import { wholeBody } from "./whole-body";

/** A file that is being sent. */
export type IncomingFile = {
  name?: string | undefined;
  /** Of the file alone; a form announces only its whole. */
  announcedBytes?: number | undefined;
  /** Can be read once. */
  content: AsyncIterable<Uint8Array>;
  /** Waits for what comes after the content and throws if that is bad. */
  finish(): Promise<void>;
};

/**
 * The file in a request: the field `file` of a multipart form, or the body itself (its name in `x-file-name` or `?name=`).
 *
 * @throws AppError `invalidRequest` for a form that cannot be read or has no file. Reading the content throws `unreadableFile`
 * when fewer or more bytes come than were announced, or the sender goes away
 */
export async function openUpload(request: Request): Promise<IncomingFile> {
  const contentType = request.headers.get("content-type") ?? "";
  const announced = announcedBytes(request);
  const body = wholeBody(request, announced);
  if (/^multipart\/form-data\b/i.test(contentType)) return openFormFile(body, contentType);
  const name = cleanFileName(nameOf(request));
  return { name, announcedBytes: announced, content: body, finish: async () => {} };
}

function announcedBytes(request: Request): number | undefined {
  const header = request.headers.get("content-length") ?? "";
  return /^\d+$/.test(header) ? Number(header) : undefined;
}

function nameOf(request: Request): string {
  const header = request.headers.get("x-file-name");
  if (header === null) return new URL(request.url).searchParams.get("name") ?? "";
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}
