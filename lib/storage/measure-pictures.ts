import type { Asset } from "./asset";
import type { FileStore, StorageUse } from "./ports";

const AT_ONCE = 200;

/** Measures the posters and sprites that an earlier version stored without writing down their sizes. */
export async function measurePictures({ files, use }: { files: FileStore; use: StorageUse }): Promise<void> {
  let afterId = "";
  for (;;) {
    const assets = await use.withoutPictureBytes({ afterId, limit: AT_ONCE });
    for (const asset of assets) await use.setPictureBytes(asset, await bytesOf(asset, files));
    const last = assets.at(-1);
    if (!last) return;
    afterId = last.id;
  }
}

async function bytesOf({ posterKey, sprite }: Asset, files: FileStore): Promise<number> {
  let bytes = 0;
  // A picture that is gone takes no room.
  for (const key of [posterKey, sprite?.key]) if (key) bytes += await files.size(key).catch(() => 0);
  return bytes;
}
