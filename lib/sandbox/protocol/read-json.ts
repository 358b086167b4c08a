import { isNestedTooDeeply, MAX_NESTING } from "@/lib/json";
import type { Refusal } from "./errors";

/** A sender that is slower than this between two pieces has gone. */
const MAX_IDLE_MS = 30_000;

type Body = { ok: true; value: unknown; bytes: number } | { ok: false; refusal: Refusal };

const SILENT: Refusal = { status: 408, message: "The body stopped coming." };
const NO_JSON: Refusal = { status: 400, errorCode: 422001, message: "The body is not JSON." };
const TOO_DEEP: Refusal = {
  status: 400,
  errorCode: 422001,
  message: `The body's values are nested more than ${MAX_NESTING} deep.`,
};

/** The body as JSON, whatever its declared type. Of a body that is too large no more than the limit is kept. */
export async function readJson(request: Request, maxBytes: number): Promise<Body> {
  if (Number(request.headers.get("content-length")) > maxBytes) return { ok: false, refusal: tooLarge(maxBytes) };
  const read = await readBytes(request.body, maxBytes);
  if (!Buffer.isBuffer(read)) return { ok: false, refusal: read };
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(read));
    return isNestedTooDeeply(value) ? { ok: false, refusal: TOO_DEEP } : { ok: true, value, bytes: read.length };
  } catch {
    return { ok: false, refusal: NO_JSON };
  }
}

function tooLarge(maxBytes: number): Refusal {
  return { status: 413, message: `The request is larger than ${maxBytes / 1024 / 1024} MiB.` };
}

async function readBytes(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Buffer | Refusal> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  const reader = body?.getReader();
  for (;;) {
    const next = await withinIdle(reader?.read());
    if (next === "silent") return stopped(reader, SILENT);
    if (!next || next.done) return Buffer.concat(chunks);
    byteCount += next.value.byteLength;
    if (byteCount > maxBytes) return stopped(reader, tooLarge(maxBytes));
    chunks.push(next.value);
  }
}

async function withinIdle<T>(reading: Promise<T> | undefined): Promise<T | "silent" | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<"silent">((resolve) => {
    timer = setTimeout(() => resolve("silent"), MAX_IDLE_MS);
  });
  return Promise.race([reading, silence]).finally(() => clearTimeout(timer));
}

/** Not waited for: a sender that has gone may never confirm. */
function stopped(reader: ReadableStreamDefaultReader<Uint8Array> | undefined, refusal: Refusal): Refusal {
  reader?.cancel().catch(() => {});
  return refusal;
}
