/** What one of the service's status words means to us. */
export type Meaning = "queued" | "running" | "ended" | "failed" | "cancelled";

/** `in_queue`, `in_progress`, `completed`, `succeeded`, `failed` and `cancelled` are documented; the rest seen in its clients. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  in_queue: "queued",
  pending: "queued",
  waiting: "queued",
  queued: "queued",
  in_progress: "running",
  starting: "running",
  processing: "running",
  running: "running",
  completed: "ended",
  succeeded: "ended",
  failed: "failed",
  cancelled: "cancelled",
  canceled: "cancelled",
};

export function meaningOf(word: string | undefined): Meaning | undefined {
  return word !== undefined && Object.hasOwn(MEANINGS, word) ? MEANINGS[word] : undefined;
}
