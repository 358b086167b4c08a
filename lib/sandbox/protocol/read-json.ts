import type { Refusal } from "./errors";

/** Seen in the service's clients, undocumented: files may come as data URIs, a whole request up to 64 MiB. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

type Body = { ok: true; value: unknown } | { ok: false; refusal: Refusal };

const TOO_LARGE: Refusal = {
  status: 413,
  message: `The request is larger than ${MAX_BODY_BYTES / 1024 / 1024} MiB.`,
};
const NO_JSON: Refusal = { status: 400, errorCode: 422001, message: "The body is not JSON." };

/** The body as JSON, whatever its declared type. Of a body that is too large no more than the limit is kept. */
export async function readJson(request: Request): Promise<Body> {
  if (Number(request.headers.get("content-length")) > MAX_BODY_BYTES) return { ok: false, refusal: TOO_LARGE };
  const bytes = await readBytes(request.body);
  if (bytes === undefined) return { ok: false, refusal: TOO_LARGE };
  try {
    return { ok: true, value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return { ok: false, refusal: NO_JSON };
  }
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  const reader = body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return Buffer.concat(chunks);
    byteCount += next.value.byteLength;
    if (byteCount > MAX_BODY_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
}
