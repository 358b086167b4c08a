import type { WireAsset } from "@/lib/api/contract";
import { ASSET_PREFIX, type Asset } from "./asset";

/** An asset as the HTTP interface shows it: no key of the file store, no hash. */
export function assetToWire(asset: Asset): WireAsset {
  return {
    id: asset.id,
    ref: `${ASSET_PREFIX}${asset.id}`,
    kind: asset.kind,
    mediaType: asset.mediaType,
    bytes: asset.bytes,
    width: asset.width ?? null,
    height: asset.height ?? null,
    durationMs: asset.durationMs ?? null,
    name: asset.name ?? null,
    url: `/api/assets/${encodeURIComponent(asset.id)}`,
  };
}
