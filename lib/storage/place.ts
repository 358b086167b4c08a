import { rm, writeFile } from "node:fs/promises";
import { extensionOf } from "@/lib/media/media-types";
import type { Asset, AssetOrigin } from "./asset";
import { toStorageError } from "./disk-error";
import type { MeasuredFile } from "./measure";
import type { AssetMakers, FileStore } from "./ports";

type Placing = Pick<AssetMakers, "clock" | "ids"> & {
  files: FileStore;
  origin: AssetOrigin;
  content: { sha256: string; bytes: number };
  name?: string | undefined;
};

/**
 * Moves a measured file and its poster into the store, durably, and describes them as an asset; the row is the caller's to insert.
 * Nothing stays behind when it fails.
 */
export async function placeFile(
  file: MeasuredFile,
  { files, origin, content, name, clock, ids }: Placing,
): Promise<Asset> {
  const posterKey = file.poster === undefined ? undefined : await placeBytes(file.poster, "webp", files);
  try {
    const fileKey = await files.adopt(file.path, extensionOf(file.mediaType));
    return {
      id: ids(),
      kind: file.kind,
      origin,
      mediaType: file.mediaType,
      ...content,
      ...file.probe,
      ...(name !== undefined && { name }),
      fileKey,
      ...(posterKey !== undefined && { posterKey }),
      pictureBytes: file.poster?.byteLength ?? 0,
      createdAtMs: clock(),
    };
  } catch (error) {
    if (posterKey !== undefined) await files.remove(posterKey);
    throw error;
  }
}

/** Small bytes that are at hand, durably in the store; the key is what names them. */
export async function placeBytes(bytes: Uint8Array, extension: string, files: FileStore): Promise<string> {
  const path = await files.temporaryPath();
  try {
    await writeFile(path, bytes);
    return await files.adopt(path, extension);
  } catch (error) {
    await rm(path, { force: true });
    throw toStorageError(error);
  }
}

/** Removes every file of an asset that has no row, or none any more. */
export async function discardFiles({ fileKey, posterKey, sprite }: Asset, files: FileStore): Promise<void> {
  for (const key of [fileKey, posterKey, sprite?.key]) if (key !== undefined) await files.remove(key);
}
