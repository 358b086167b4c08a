import { spriteGeometry } from "@/lib/media/sprite";
import type { Asset } from "./asset";
import { placeBytes } from "./place";
import type { AssetStore, FileStore } from "./ports";

type Stores = { files: FileStore; assets: AssetStore };

/** False where another one was faster, or the video has no place for one; nothing stays behind then. */
export async function storeSprite(asset: Asset, webp: Uint8Array, { files, assets }: Stores): Promise<boolean> {
  const geometry = spriteGeometry(asset);
  if (!geometry) return false;
  const key = await placeBytes(webp, "webp", files);
  return keepIf(await assets.setSprite(asset.id, { key, ...geometry }, webp.byteLength), key, files);
}

/** As `storeSprite`. */
export async function storePoster(asset: Asset, webp: Uint8Array, { files, assets }: Stores): Promise<boolean> {
  const key = await placeBytes(webp, "webp", files);
  return keepIf(await assets.setPoster(asset.id, key, webp.byteLength), key, files);
}

async function keepIf(isStored: boolean, key: string, files: FileStore): Promise<boolean> {
  if (!isStored) await files.remove(key);
  return isStored;
}
