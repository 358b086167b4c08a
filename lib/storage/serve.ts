import { ANSWER_POLICY } from "@/lib/access/policies";
import { isMediaType } from "@/lib/media/media-types";
import type { Asset } from "./asset";
import { type ByteRange, parseByteRange } from "./byte-range";
import { contentDisposition } from "./content-disposition";
import type { FileStore, OpenedFile } from "./ports";
import { toWebStream } from "./web-stream";

type ServeOptions = { asset: Asset; files: FileStore; request: Request; download?: boolean };
type Content = {
  bytes: number;
  read: OpenedFile["read"];
  mediaType: string;
  etag: string;
  cacheControl: string;
  disposition: string;
};

/** A stored file never changes, so that nothing has to ask for it twice; what ships with the studio may change with it. */
const FOREVER = "private, max-age=31536000, immutable";
const FOR_AN_HOUR = "private, max-age=3600";
/** What a download carries is chosen in a setting. */
const ASKED_EACH_TIME = "private, no-cache";

/**
 * Answers GET and HEAD for an asset's bytes: 200, 206 for one byte range, 304 for a copy that is still good, 416. The type is the
 * one found in the bytes; a browser can neither guess another nor run anything that the file may hold. `instead` is sent in the place
 * of the stored bytes, under a version of its own.
 *
 * @throws AppError `notFound` when the file is gone
 */
export function serveAsset({
  asset,
  files,
  request,
  download = false,
  instead,
}: ServeOptions & { instead?: OpenedFile | undefined }): Promise<Response> {
  const content: Content = {
    bytes: instead?.bytes ?? asset.bytes,
    read: instead?.read ?? ((range) => files.read(asset.fileKey, range)),
    mediaType: isMediaType(asset.mediaType) ? asset.mediaType : "application/octet-stream",
    etag: instead ? `"${asset.sha256}-${instead.version}"` : `"${asset.sha256}"`,
    cacheControl: download ? ASKED_EACH_TIME : asset.origin === "sample" ? FOR_AN_HOUR : FOREVER,
    disposition: contentDisposition(asset, { download }),
  };
  return serve(content, request);
}

/**
 * Answers GET and HEAD for an asset's poster, `undefined` where it has none.
 *
 * @throws AppError `notFound` when the file is gone
 */
export function servePoster(options: ServeOptions): Promise<Response | undefined> {
  return servePicture("poster", options.asset.posterKey, options);
}

/** As `servePoster`, for the small frames of a video. */
export function serveSprite(options: ServeOptions): Promise<Response | undefined> {
  return servePicture("sprite", options.asset.sprite?.key, options);
}

async function servePicture(
  what: "poster" | "sprite",
  key: string | undefined,
  { asset, files, request }: ServeOptions,
): Promise<Response | undefined> {
  if (key === undefined) return undefined;
  const content: Content = {
    bytes: await files.size(key),
    read: (range) => files.read(key, range),
    mediaType: "image/webp",
    etag: `"${what}-${asset.sha256}"`,
    cacheControl: asset.origin === "sample" ? FOR_AN_HOUR : FOREVER,
    disposition: "inline",
  };
  return serve(content, request);
}

async function serve(content: Content, request: Request): Promise<Response> {
  const headers = new Headers({
    "Accept-Ranges": "bytes",
    "Cache-Control": content.cacheControl,
    "Content-Security-Policy": ANSWER_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    ETag: content.etag,
    "X-Content-Type-Options": "nosniff",
  });
  if (isStillGood(request.headers.get("if-none-match"), content.etag))
    return new Response(null, { status: 304, headers });
  const range = rangeOf(request, content);
  if (range.kind === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${content.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  return send(content, range, { request, headers });
}

type Sending = { request: Request; headers: Headers };

async function send(
  content: Content,
  range: Exclude<ByteRange, { kind: "unsatisfiable" }>,
  { request, headers }: Sending,
): Promise<Response> {
  const isPart = range.kind === "part";
  const length = isPart ? range.endInclusive - range.start + 1 : content.bytes;
  headers.set("Content-Type", content.mediaType);
  headers.set("Content-Disposition", content.disposition);
  headers.set("Content-Length", String(length));
  if (isPart) headers.set("Content-Range", `bytes ${range.start}-${range.endInclusive}/${content.bytes}`);
  const status = isPart ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const readable = await content.read(isPart ? range : undefined);
  return new Response(toWebStream(readable, request.signal), { status, headers });
}

/** RFC 9110 defines ranges for GET only; a range of another version than the sender's copy is answered with the whole. */
function rangeOf(request: Request, { bytes, etag }: Content): ByteRange {
  const condition = request.headers.get("if-range");
  if (request.method !== "GET" || (condition !== null && condition.trim() !== etag)) return { kind: "whole" };
  return parseByteRange(request.headers.get("range"), bytes);
}

function isStillGood(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((entry) => entry.trim().replace(/^W\//, "") === etag);
}
