import type { Kysely } from "kysely";
import type { JobView } from "@/lib/jobs/ports";
import { parseAssetRow } from "./asset-row";
import { jobFrom } from "./job-row";
import type { Database } from "./schema";

/** One job with its outputs in one query: a row for each output, or one without. */
export function viewQuery(db: Kysely<Database>, id: string) {
  return db
    .selectFrom("jobs")
    .leftJoin("job_outputs", "job_outputs.job_id", "jobs.id")
    .leftJoin("assets", "assets.id", "job_outputs.asset_id")
    .selectAll("jobs")
    .select([
      "assets.id as asset_id",
      "assets.kind as asset_kind",
      "assets.origin as asset_origin",
      "assets.media_type as asset_media_type",
      "assets.bytes as asset_bytes",
      "assets.sha256 as asset_sha256",
      "assets.width as asset_width",
      "assets.height as asset_height",
      "assets.duration_ms as asset_duration_ms",
      "assets.frame_count as asset_frame_count",
      "assets.name as asset_name",
      "assets.file_key as asset_file_key",
      "assets.poster_key as asset_poster_key",
      "assets.sprite as asset_sprite",
      "assets.created_at as asset_created_at",
    ])
    .where("jobs.id", "=", id)
    .where("jobs.deleted_at", "is", null)
    .orderBy("job_outputs.position");
}
export type ViewRow = Awaited<ReturnType<ReturnType<typeof viewQuery>["execute"]>>[number];

export function viewFrom(rows: readonly ViewRow[]): JobView | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const outputs = rows.filter((row) => row.asset_id !== null).map(assetFrom);
  return {
    job: jobFrom(
      first,
      outputs.map((asset) => asset.id),
    ),
    outputs,
  };
}

function assetFrom(row: ViewRow) {
  return parseAssetRow({
    id: row.asset_id,
    kind: row.asset_kind,
    origin: row.asset_origin,
    media_type: row.asset_media_type,
    bytes: row.asset_bytes,
    sha256: row.asset_sha256,
    width: row.asset_width,
    height: row.asset_height,
    duration_ms: row.asset_duration_ms,
    frame_count: row.asset_frame_count,
    name: row.asset_name,
    file_key: row.asset_file_key,
    poster_key: row.asset_poster_key,
    sprite: row.asset_sprite,
    created_at: row.asset_created_at,
  });
}
