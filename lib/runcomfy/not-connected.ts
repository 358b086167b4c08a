/**
 * The connection was never made: not found, refused, timed out or failed in its TLS handshake. HTTP is written only to a
 * finished connection, so nothing of the request can have been received, and even a paid one may be sent again.
 */
export class NotConnectedError extends Error {
  override readonly name = "NotConnectedError";

  constructor(cause: Error) {
    super("The connection was not made", { cause });
  }
}

export function isNotConnected(error: unknown): boolean {
  return causesOf(error).some((cause) => cause instanceof NotConnectedError);
}

/** The first error code in a chain of causes (`ECONNREFUSED`). Messages are left out: some quote a header, and so the key. */
export function errorCodeOf(error: unknown): string | undefined {
  for (const cause of causesOf(error)) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return undefined;
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && !causes.includes(cause); cause = cause.cause) causes.push(cause);
  return causes;
}
