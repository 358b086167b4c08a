/** A sender that is slower than this between two pieces has gone, even where its connection has not. */
export const MAX_IDLE_MS = 60_000;

/** The next piece of a body. @throws Error when the sender goes away or falls silent */
export async function readWithin(maxIdleMs: number, reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const idle = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The sender fell silent.")), maxIdleMs);
  });
  try {
    return await Promise.race([reader?.read(), idle]);
  } finally {
    clearTimeout(timer);
  }
}
