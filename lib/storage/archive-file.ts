import { rm } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import { isMediaType, kindOf } from "@/lib/media/media-types";
import type { Asset } from "./asset";
import { toStorageError } from "./disk-error";
import { hashFile } from "./file-hash";
import { type MeasuredFile, measureMedia, measurePicture } from "./measure";
import { placeFile } from "./place";
import type { AssetMakers, FileStore } from "./ports";
import { sniffFile } from "./probe";

/**
 * Takes a downloaded output into the file store: recognised by its bytes, checked to be whole, measured, its poster made, the index
 * of an MP4 moved to the front. The asset's row is not inserted: that belongs into the transaction that ends the job. The file at
 * `path` (made by `files.temporaryPath`) is gone afterwards, also when it fails. Media that cannot be measured are kept as they are,
 * without a size or poster, where `keepsUnread` says so: they were paid for, and a player may take what our own checks do not.
 *
 * @throws AppError `unsupportedType` (`found`: an error page), `unreadableFile` (a shortened file), `storageFull`
 */
export async function storeOutput({
  path,
  files,
  keepsUnread = () => false,
  ...makers
}: AssetMakers & { path: string; files: FileStore; keepsUnread?: (error: unknown) => boolean }): Promise<Asset> {
  let present = path;
  try {
    const mediaType = await sniffFile(path);
    if (!isMediaType(mediaType)) throw new AppError("unsupportedType", { found: mediaType });
    const kind = kindOf(mediaType);
    const measuring = kind === "image" ? measurePicture(path, mediaType) : measureMedia(path, { files, ...makers });
    const measured = await measuring.catch((error: unknown): MeasuredFile => {
      if (!keepsUnread(error)) throw error;
      return { path, kind, mediaType, probe: {} };
    });
    present = measured.path;
    const content = await hashFile(present);
    return await placeFile(measured, { files, origin: "output", content, ...makers });
  } catch (error) {
    throw toStorageError(error);
  } finally {
    await rm(present, { force: true });
  }
}
