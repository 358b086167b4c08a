import { ApiError } from "@/lib/api/client";

/** What the studio said about a value or an action, in the reader's language; undefined where it said nothing. */
export function problemText(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return error.problem?.errors?.[0]?.message ?? error.problem?.detail;
}
