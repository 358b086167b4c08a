import { statfs } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import { isMissing } from "./disk-error";

/** What this user may still write to the disk of `folder`. @throws AppError `folderGone` */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    throw isMissing(error) ? new AppError("folderGone", {}, { cause: error }) : error;
  }
}
