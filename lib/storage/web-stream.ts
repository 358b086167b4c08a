import type { Readable } from "node:stream";

/**
 * A web stream that reads only as fast as it is read, and closes the source when the reader stops, when `signal` aborts, or when
 * the answer is thrown away unread after an abort. (`Readable.toWeb` reads ahead, and throws outside of any handler when its
 * source ends after a cancel.)
 */
export function toWebStream(source: Readable, signal: AbortSignal): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const stop = () => source.destroy();
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  source.once("close", () => signal.removeEventListener("abort", stop));
  source.on("error", () => undefined);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next: IteratorResult<Uint8Array> = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: () => {
        stop();
      },
    },
    { highWaterMark: 0 },
  );
}
