import { AppError } from "@/lib/errors";

const FULL = ["ENOSPC", "EDQUOT"];

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** What a failed file operation is told as: `storageFull` where the disk or quota is, else the error itself. */
export function toStorageError(error: unknown): unknown {
  return FULL.some((code) => code === codeOf(error)) ? new AppError("storageFull", {}, { cause: error }) : error;
}
