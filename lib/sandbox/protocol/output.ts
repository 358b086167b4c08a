import { open } from "node:fs/promises";
import { type ByteRange, parseByteRange } from "@/lib/storage/byte-range";
import { toWebStream } from "@/lib/storage/web-stream";
import { NO_SUCH_REQUEST, refuse } from "./errors";

/** Answers GET and HEAD for a finished video: whole, one range of it, or 416. The address needs no token, as with the service. */
export async function serveOutput(file: string, request: Request): Promise<Response> {
  const handle = await open(file, "r").catch(() => undefined);
  if (!handle) return refuse(NO_SUCH_REQUEST);
  let isStreaming = false;
  try {
    const { size } = await handle.stat();
    const range: ByteRange =
      request.method === "HEAD" ? { kind: "whole" } : parseByteRange(request.headers.get("range"), size);
    const head = headOf(range, size);
    if (request.method === "HEAD" || range.kind === "unsatisfiable") return new Response(null, head);
    const bounds = range.kind === "part" ? { start: range.start, end: range.endInclusive } : {};
    isStreaming = true;
    return new Response(toWebStream(handle.createReadStream(bounds), request.signal), head);
  } finally {
    if (!isStreaming) await handle.close();
  }
}

function headOf(range: ByteRange, size: number): ResponseInit {
  const common = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, max-age=3600",
    "X-Content-Type-Options": "nosniff",
  };
  const video = { ...common, "Content-Type": "video/mp4" };
  switch (range.kind) {
    case "whole":
      return { status: 200, headers: { ...video, "Content-Length": String(size) } };
    case "part": {
      const { start, endInclusive } = range;
      const headers = {
        ...video,
        "Content-Length": String(endInclusive - start + 1),
        "Content-Range": `bytes ${start}-${endInclusive}/${size}`,
      };
      return { status: 206, headers };
    }
    case "unsatisfiable":
      return { status: 416, headers: { ...common, "Content-Range": `bytes */${size}` } };
  }
}
