import type { Asset } from "@/lib/storage/asset";
import { START_MS } from "./job";

export function makeAsset(id: string, over: Partial<Asset> = {}): Asset {
  return {
    id,
    kind: "video",
    origin: "output",
    mediaType: "video/mp4",
    bytes: 1_000,
    sha256: "0".repeat(64),
    fileKey: `aa/${id}.mp4`,
    createdAtMs: START_MS,
    ...over,
  };
}
