import type { WireJob, WireOutput } from "@/lib/api/contract";
import type { Asset } from "@/lib/storage/asset";
import { actionsOf } from "./actions";
import type { Job } from "./job";
import type { JobView } from "./ports";

/** A job as the HTTP interface shows it: times as ISO 8601, files as addresses of this studio. */
export function jobToWire(
  { job, outputs }: JobView,
  extra: { modelName: string; usualMs?: number | undefined },
): WireJob {
  return {
    id: job.id,
    modelId: job.modelId,
    modelName: extra.modelName,
    ...(job.groupId !== undefined && { groupId: job.groupId, groupPlace: job.groupPlace }),
    upstream: job.upstream,
    status: job.status,
    input: job.input,
    outputs: outputs.map(outputToWire),
    createdAt: iso(job.createdAtMs),
    ...timesOf(job),
    ...(job.statusDetail !== undefined && { statusDetail: job.statusDetail }),
    ...(job.queuePosition !== undefined && { queuePosition: job.queuePosition }),
    ...(job.frame && { frame: job.frame }),
    ...(job.error && { error: job.error }),
    ...(job.requestId !== undefined && { requestId: job.requestId }),
    ...(job.rating !== undefined && { rating: job.rating }),
    ...(job.favourite && { favourite: true }),
    ...(job.note !== undefined && { note: job.note }),
    ...(job.costMicros !== undefined && { costMicros: job.costMicros }),
    ...(extra.usualMs !== undefined && { usualMs: extra.usualMs }),
    actions: actionsOf(job),
  };
}

function timesOf(job: Job) {
  return {
    ...(job.submittedAtMs !== undefined && { submittedAt: iso(job.submittedAtMs) }),
    ...(job.startedAtMs !== undefined && { startedAt: iso(job.startedAtMs) }),
    ...(job.finishedAtMs !== undefined && { finishedAt: iso(job.finishedAtMs) }),
    ...(job.lastCheckedAtMs !== undefined && { lastCheckedAt: iso(job.lastCheckedAtMs) }),
  };
}

function outputToWire(asset: Asset): WireOutput {
  const url = `/api/assets/${encodeURIComponent(asset.id)}`;
  return {
    assetId: asset.id,
    kind: asset.kind,
    url,
    posterUrl: asset.posterKey === undefined ? null : `${url}/poster`,
    width: asset.width ?? null,
    height: asset.height ?? null,
    durationMs: asset.durationMs ?? null,
    frameCount: asset.frameCount ?? null,
    bytes: asset.bytes,
    mediaType: asset.mediaType,
    sprite: asset.sprite === undefined ? null : spriteToWire(asset.sprite, `${url}/sprite`),
  };
}

function spriteToWire({ key: _, ...geometry }: NonNullable<Asset["sprite"]>, url: string): WireOutput["sprite"] {
  return { url, ...geometry };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
