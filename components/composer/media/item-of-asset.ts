import type { WireAsset } from "@/lib/api/contract";
import type { MediaItem } from "../composition";

/** What a tile shows of a stored file. */
export function factsOfAsset({ ref, url, bytes, mediaType, width, height, durationMs }: WireAsset) {
  return {
    ref,
    previewUrl: url,
    bytes,
    mediaType,
    ...(width !== null && { width }),
    ...(height !== null && { height }),
    ...(durationMs !== null && { durationMs }),
  };
}

/** A stored file as a tile that is ready. */
export function itemOfAsset(asset: WireAsset): MediaItem {
  return { key: crypto.randomUUID(), name: asset.name ?? asset.id, state: "ready", ...factsOfAsset(asset) };
}
