import { AppError } from "@/lib/errors";

const FULL = ["ENOSPC", "EDQUOT"];
const FORBIDDEN = ["EACCES", "EPERM", "EROFS"];

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** There is no folder of that name: nothing at all, or a file. */
export function isNoFolder(error: unknown): boolean {
  return isMissing(error) || codeOf(error) === "ENOTDIR";
}

/** What a failed file operation is told as, where the disk, the quota or a right to write is missing; else the error itself. */
export function toStorageError(error: unknown): unknown {
  const code = String(codeOf(error));
  if (FULL.includes(code)) return new AppError("storageFull", {}, { cause: error });
  return FORBIDDEN.includes(code) ? new AppError("notWritable", {}, { cause: error }) : error;
}
