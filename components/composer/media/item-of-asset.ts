import type { WireAsset } from "@/lib/api/contract";
import type { MediaItem } from "../composition";

/** A stored file as a tile that is ready. */
export function itemOfAsset(asset: WireAsset): MediaItem {
  const { ref, url, bytes, mediaType, width, height, durationMs } = asset;
  return {
    key: crypto.randomUUID(),
    name: asset.name ?? asset.id,
    state: "ready",
    ref,
    previewUrl: url,
    bytes,
    mediaType,
    ...(width !== null && { width }),
    ...(height !== null && { height }),
    ...(durationMs !== null && { durationMs }),
  };
}
