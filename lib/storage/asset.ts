import type { SpriteGeometry } from "@/lib/media/sprite";
import type { MediaKind } from "@/lib/schema/field";

export type AssetOrigin = "upload" | "output" | "sample";

/** A stored file. Its bytes never change; `fileKey` names them in the file store. */
export type Asset = {
  id: string;
  kind: MediaKind;
  origin: AssetOrigin;
  /** MIME type found by looking at the bytes, never a claimed one. */
  mediaType: string;
  bytes: number;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  width?: number;
  height?: number;
  durationMs?: number;
  frameCount?: number;
  /** The name of the user's file, for lists and downloads. */
  name?: string;
  fileKey: string;
  posterKey?: string;
  /** Of an archived video: small frames for previews, in a file of their own. */
  sprite?: SpriteGeometry & { key: string };
  /** Of an upload that is a frame of a take: which one, and where in it. */
  takenFrom?: { jobId: string; atMs?: number };
  /** Of the poster and the sprite together, where that is known. */
  pictureBytes?: number;
  createdAtMs: number;
};

/** An input's way to name an asset: `asset:<id>`. */
export const ASSET_PREFIX = "asset:";

export function assetIdOf(value: string): string | undefined {
  return value.startsWith(ASSET_PREFIX) ? value.slice(ASSET_PREFIX.length) : undefined;
}
