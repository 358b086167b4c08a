import { incomplete } from "./incomplete";
import { MAX_IDLE_MS, readWithin } from "./read-within";

/** What is still read of a refused upload, so that its connection can be used again. */
const MAX_DRAINED_BYTES = 32_000_000;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * The bytes of a request's body as they come.
 *
 * A reader that stops early does not cancel the body: cancelling closes the connection, and the sender would not get the answer
 * that says why. What is still coming is read over, up to a bound: left unread, it would break the sender's next request.
 *
 * @throws AppError `unreadableFile` when the sender goes away or falls silent, or sends another length than announced
 */
export async function* wholeBody(
  request: Request,
  announcedBytes: number | undefined,
  maxIdleMs = MAX_IDLE_MS,
): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  let bytes = 0;
  let isEnded = false;
  try {
    const read = () =>
      readWithin(maxIdleMs, reader).catch((cause) => {
        throw incomplete(cause);
      });
    for (let next = await read(); next?.done === false; next = await read()) {
      bytes += next.value.length;
      yield next.value;
    }
    isEnded = true;
  } finally {
    if (!isEnded && (announcedBytes ?? 0) - bytes <= MAX_DRAINED_BYTES) void drain(reader);
  }
  if (request.signal.aborted || (announcedBytes !== undefined && bytes !== announcedBytes)) throw incomplete();
}

async function drain(reader: Reader | undefined): Promise<void> {
  try {
    for (let left = MAX_DRAINED_BYTES; left > 0; ) {
      const next = await reader?.read();
      if (next === undefined || next.done) return;
      left -= next.value.length;
    }
  } catch {
    // The sender went away, and has its answer or does not want it.
  }
}
