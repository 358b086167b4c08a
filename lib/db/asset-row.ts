import { z } from "zod";
import { OWNER } from "@/lib/access/owner";
import type { Asset } from "@/lib/storage/asset";
import type { AssetRow } from "./schema";

const count = z.number().int().nonnegative();
const spriteSchema = z.object({
  key: z.string().min(1),
  columns: count,
  rows: count,
  tileWidth: count,
  tileHeight: count,
  count,
});
const rowSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(["image", "video", "audio"]),
  origin: z.enum(["upload", "output", "sample"]),
  media_type: z.string().min(1),
  bytes: count,
  sha256: z.string().length(64),
  width: count.nullable(),
  height: count.nullable(),
  duration_ms: count.nullable(),
  frame_count: count.nullable(),
  name: z.string().nullable(),
  file_key: z.string().min(1),
  poster_key: z.string().nullable(),
  sprite: z.string().nullable(),
  from_job_id: z.string().nullish(),
  from_at_ms: count.nullish(),
  picture_bytes: count.nullish(),
  created_at: z.number().int(),
});

export function toAssetRow(asset: Asset): AssetRow {
  return {
    id: asset.id,
    owner_id: OWNER,
    kind: asset.kind,
    origin: asset.origin,
    media_type: asset.mediaType,
    bytes: asset.bytes,
    sha256: asset.sha256,
    width: asset.width ?? null,
    height: asset.height ?? null,
    duration_ms: asset.durationMs ?? null,
    frame_count: asset.frameCount ?? null,
    name: asset.name ?? null,
    file_key: asset.fileKey,
    poster_key: asset.posterKey ?? null,
    sprite: asset.sprite ? JSON.stringify(asset.sprite) : null,
    from_job_id: asset.takenFrom?.jobId ?? null,
    from_at_ms: asset.takenFrom?.atMs ?? null,
    picture_bytes: asset.pictureBytes ?? null,
    created_at: asset.createdAtMs,
  };
}

/** @throws ZodError for a row that this version cannot have written */
export function parseAssetRow(value: unknown): Asset {
  const row = rowSchema.parse(value);
  return {
    id: row.id,
    kind: row.kind,
    origin: row.origin,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    ...(row.width !== null && { width: row.width }),
    ...(row.height !== null && { height: row.height }),
    ...(row.duration_ms !== null && { durationMs: row.duration_ms }),
    ...(row.frame_count !== null && { frameCount: row.frame_count }),
    ...(row.name !== null && { name: row.name }),
    fileKey: row.file_key,
    ...(row.poster_key !== null && { posterKey: row.poster_key }),
    ...(row.sprite !== null && { sprite: spriteSchema.parse(JSON.parse(row.sprite)) }),
    ...(row.from_job_id && {
      takenFrom: { jobId: row.from_job_id, ...(typeof row.from_at_ms === "number" && { atMs: row.from_at_ms }) },
    }),
    ...(typeof row.picture_bytes === "number" && { pictureBytes: row.picture_bytes }),
    createdAtMs: row.created_at,
  };
}
