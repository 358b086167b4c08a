import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format";
import { typeRefusal } from "@/lib/media/type-refusal";
import { MAX_IDLE_MS, readWithin } from "@/lib/storage/read-within";
import { parseAs } from "./parse";

/** Room for every prompt and for small pictures as data addresses; larger files are uploaded first. */
const MAX_BYTES = 1_000_000;
/** A file of 500 models with their schemas is 1 to 2 MB. */
export const MAX_IMPORT_BYTES = 20_000_000;

/**
 * The request's body as `schema` has it; no more than `maxBytes` of it are read, 1 MB unless told.
 * @throws AppError `unsupportedType`, `tooLarge`, `invalidRequest` naming the member that is wrong
 */
export async function readJson<T>(
  request: Request,
  schema: z.ZodType<T>,
  maxBytes = MAX_BYTES,
  maxIdleMs = MAX_IDLE_MS,
): Promise<T> {
  // A page of another site can send a form here without asking, but not this type.
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json") {
    throw new AppError("unsupportedType", typeRefusal(type || "none", ["application/json"]));
  }
  return parseAs(schema, parseJson(await readText(request, maxBytes, maxIdleMs)));
}

/** A body as text, of no more than `maxBytes`. @throws AppError `tooLarge`, `invalidRequest` where its sender goes away or falls silent */
export async function readText(request: Request, maxBytes: number, maxIdleMs = MAX_IDLE_MS): Promise<string> {
  const tooLarge = () => new AppError("tooLarge", { maxBytes, maxSize: formatBytes(maxBytes) });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of piecesOf(request, maxIdleMs)) {
    byteCount += chunk.byteLength;
    if (byteCount > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A body that is not read to its end closes its connection: nothing waits for what is left of it. */
async function* piecesOf(request: Request, maxIdleMs: number): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  const read = () =>
    readWithin(maxIdleMs, reader).catch((cause) => {
      throw new AppError("invalidRequest", { reason: "incomplete" }, { cause });
    });
  try {
    for (let next = await read(); next?.done === false; next = await read()) yield next.value;
  } finally {
    void reader?.cancel().catch(() => undefined);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalidRequest", { reason: "notJson" });
  }
}
