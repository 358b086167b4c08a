import type { ArchiveFailure } from "./event";

/** An output that could not be saved. The message is English, for the person who runs the studio, and free of secrets. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  readonly reason: ArchiveFailure;

  constructor(reason: ArchiveFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
