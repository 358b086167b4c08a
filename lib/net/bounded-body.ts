import { Readable } from "node:stream";
import { GuardedFetchError } from "./guarded-fetch-error";

export type BodyBounds = {
  maxBytes: number;
  host: string;
  /** What a failure of the source is told as. */
  explain: (error: unknown) => unknown;
  /** Called once, when the body has ended, failed or been destroyed. */
  onClose: () => void;
};

/** `source` up to `maxBytes`: one byte more and it fails with `tooLarge`, and the source is closed. */
export function boundBody(source: Readable, { maxBytes, host, explain, onClose }: BodyBounds): Readable {
  async function* bounded() {
    let byteCount = 0;
    try {
      for await (const chunk of source) {
        byteCount += chunk.byteLength;
        if (byteCount > maxBytes) throw new GuardedFetchError("tooLarge", host);
        yield chunk;
      }
    } catch (error) {
      throw explain(error);
    }
  }
  const body = Readable.from(bounded(), { objectMode: false });
  // A reader that leaves before the first or in the middle of a chunk does not reach the generator.
  body.once("close", () => {
    discard(source);
    onClose();
  });
  return body;
}

/** Closes a body that nobody reads, without the error that it would raise for that. */
export function discard(body: Readable): void {
  body.on("error", () => undefined).destroy();
}
