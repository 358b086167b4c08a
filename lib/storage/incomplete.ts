import { AppError } from "@/lib/errors";

/** What a file that did not arrive whole is told as. */
export function incomplete(cause?: unknown): AppError {
  return new AppError("unreadableFile", { reason: "incomplete" }, { cause });
}
