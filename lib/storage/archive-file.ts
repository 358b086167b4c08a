import { rm } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import { isMediaType, kindOf } from "@/lib/media/media-types";
import type { Asset } from "./asset";
import { toStorageError } from "./disk-error";
import { hashFile } from "./file-hash";
import { measureMedia, measurePicture } from "./measure";
import { placeFile } from "./place";
import type { AssetMakers, FileStore } from "./ports";
import { sniffFile } from "./probe";

/**
 * Takes a downloaded output into the file store: recognised by its bytes, checked to be whole, measured, its poster made, the index
 * of an MP4 moved to the front. The asset's row is not inserted: that belongs into the transaction that ends the job. The file at
 * `path` (made by `files.temporaryPath`) is gone afterwards, also when it fails.
 *
 * @throws AppError `unreadableFile` (an error page, a shortened file), `storageFull`
 */
export async function storeOutput({
  path,
  files,
  ...makers
}: AssetMakers & { path: string; files: FileStore }): Promise<Asset> {
  let present = path;
  try {
    const mediaType = await sniffFile(path);
    if (!isMediaType(mediaType)) throw new AppError("unreadableFile", { reason: `it is ${mediaType}` });
    const isPicture = kindOf(mediaType) === "image";
    const measured = isPicture ? await measurePicture(path, mediaType) : await measureMedia(path, { files, ...makers });
    present = measured.path;
    const content = await hashFile(present);
    return await placeFile(measured, { files, origin: "output", content, ...makers });
  } catch (error) {
    throw toStorageError(error);
  } finally {
    await rm(present, { force: true });
  }
}
