import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Asset } from "./asset";
import { isPictureType } from "./encode-picture";
import { makePoster } from "./image";
import { storePoster, storeSprite } from "./place-sprite";
import type { AssetStore, FileStore } from "./ports";
import { posterFor } from "./poster";
import { spriteByFfmpeg } from "./sprite";

type DrawDeps = { files: FileStore; assets: AssetStore; ffmpegPath?: string | undefined };

/**
 * Makes the poster and the sprite that an asset lacks, as far as they can be made without a browser. True where it then has a new
 * sprite.
 */
export async function drawMissing(asset: Asset, deps: DrawDeps, signal?: AbortSignal): Promise<boolean> {
  const { files, ffmpegPath } = deps;
  // Kept although it could not be read: nothing else reads it either.
  if (asset.kind === "video" && asset.frameCount === undefined) return false;
  const path = await files.temporaryPath();
  try {
    await pipeline(await files.read(asset.fileKey), createWriteStream(path, { mode: 0o600 }), { signal });
    if (asset.posterKey === undefined) {
      const poster = await posterOf(asset, path, deps);
      if (poster) await storePoster(asset, poster.bytes, deps);
    }
    if (ffmpegPath === undefined || asset.sprite || asset.kind !== "video" || asset.origin !== "output") return false;
    const sprite = await spriteByFfmpeg(path, asset, { ffmpegPath, ...(signal && { signal }) });
    return sprite !== undefined && (await storeSprite(asset, sprite, deps));
  } finally {
    await rm(path, { force: true });
  }
}

async function posterOf(asset: Asset, path: string, { files, ffmpegPath }: DrawDeps) {
  if (asset.kind !== "image") return posterFor(path, asset, ffmpegPath === undefined ? {} : { ffmpegPath });
  return isPictureType(asset.mediaType) ? makePoster(await files.readAll(asset.fileKey)) : undefined;
}
