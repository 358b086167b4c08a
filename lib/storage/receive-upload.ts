import { readFile, rm, writeFile } from "node:fs/promises";
import { UPLOAD_LIMITS, type UploadLimits } from "@/lib/media/upload-limits";
import type { Asset } from "./asset";
import { toStorageError } from "./disk-error";
import { isPictureType, type PictureType } from "./encode-picture";
import { hashFile } from "./file-hash";
import { makePoster, reencode } from "./image";
import { type MeasuredFile, measureMedia } from "./measure";
import { discardFiles, placeFile } from "./place";
import type { AssetMakers, AssetStore, FileStore } from "./ports";
import { openUpload } from "./upload-body";
import { uploadableType, writeUpload } from "./write-upload";

export type UploadDeps = AssetMakers & {
  files: FileStore;
  assets: AssetStore;
  limits?: UploadLimits;
  /** Of a frame of a take. */
  takenFrom?: Asset["takenFrom"] | undefined;
};

/**
 * Receives one file (raw body or the multipart field `file`), streamed to the disk, and stores it with its row. Its type is what
 * its bytes are, whatever its name or sender say. A picture is decoded whole and encoded again: upright, without EXIF, position or
 * anything else that was in the file. The same content again is the same asset, as long as it comes from the same take. Where it
 * fails, nothing stays behind.
 *
 * @throws AppError `invalidRequest`, `tooLarge` (`maxBytes`), `unsupportedType` (`found`, `accepted`), `unreadableFile`
 * (`reason`), `storageFull`
 */
export async function receiveUpload({ request, ...deps }: UploadDeps & { request: Request }): Promise<Asset> {
  const path = await deps.files.temporaryPath();
  let present = path;
  try {
    const { name, measured } = await receive(request, path, deps);
    present = measured.path;
    // An MP4 without a picture is another type than its first bytes say.
    uploadableType(measured.mediaType);
    return await store(measured, { ...deps, name });
  } catch (error) {
    throw toStorageError(error);
  } finally {
    await rm(present, { force: true });
  }
}

async function receive(request: Request, path: string, { files, ffmpegPath, limits = UPLOAD_LIMITS }: UploadDeps) {
  const { name, content, announcedBytes, finish } = await openUpload(request);
  const mediaType = await writeUpload(content, { path, limits, announcedBytes });
  await finish();
  const measured = isPictureType(mediaType)
    ? await cleanPicture(path, mediaType, limits.image)
    : await measureMedia(path, { files, ffmpegPath });
  return { name, measured };
}

async function cleanPicture(path: string, mediaType: PictureType, maxBytes: number): Promise<MeasuredFile> {
  const { bytes, width, height } = await reencode(await readFile(path), mediaType, { maxBytes });
  await writeFile(path, bytes);
  const { bytes: poster } = await makePoster(bytes);
  return { path, kind: "image", mediaType, probe: { width, height }, poster };
}

/** Two uploads of the same content at the same moment may become two assets, which costs room and nothing else. */
async function store(measured: MeasuredFile, deps: UploadDeps & { name: string | undefined }): Promise<Asset> {
  const { files, assets, takenFrom } = deps;
  const content = await hashFile(measured.path);
  const known = await assets.findByContent(content.sha256, "upload", takenFrom?.jobId);
  if (known !== undefined && (await isThere(known, files))) return known;
  const placed = await placeFile(measured, { ...deps, origin: "upload", content });
  const asset = takenFrom ? { ...placed, takenFrom } : placed;
  try {
    await assets.insert(asset);
  } catch (error) {
    await discardFiles(asset, files);
    throw error;
  }
  return asset;
}

async function isThere({ fileKey, bytes }: Asset, files: FileStore): Promise<boolean> {
  return (await files.size(fileKey).catch(() => undefined)) === bytes;
}
