import type { WireLineage, WireLineageJob } from "@/lib/api/lineage-contract";
import { AppError } from "@/lib/errors";
import type { LineageStore, LineageTake } from "./ports";
import { walk } from "./walk";

export type ReadLineageDeps = {
  lineage: LineageStore;
  modelName: (modelId: string) => string;
};

/** What a take came from, and what came from it. @throws AppError `notFound` (also for a take in the trash) */
export async function readLineage(id: string, { lineage, modelName }: ReadLineageDeps): Promise<WireLineage> {
  const [self] = await lineage.takes([id]);
  if (!self || self.job.deletedAtMs !== undefined) throw new AppError("notFound");
  const [older, newer] = await Promise.all([walk(id, "older", lineage), walk(id, "newer", lineage)]);
  return {
    jobs: [self, ...older.takes, ...newer.takes].map((take) => toWire(take, modelName(take.job.modelId))),
    links: [...older.links, ...newer.links],
    cut: { older: older.cut, newer: newer.cut },
  };
}

function toWire({ job, outputs: [output], groupSize }: LineageTake, modelName: string): WireLineageJob {
  const size = output?.width && output.height ? { width: output.width, height: output.height } : job.frame;
  return {
    id: job.id,
    modelName,
    status: job.status,
    upstream: job.upstream,
    posterUrl: output?.posterKey === undefined ? null : `/api/assets/${encodeURIComponent(output.id)}/poster`,
    ratio: size ? size.width / size.height : null,
    createdAt: new Date(job.createdAtMs).toISOString(),
    ...(job.deletedAtMs !== undefined && { deleted: true as const }),
    ...(job.groupId !== undefined &&
      job.groupPlace !== undefined &&
      groupSize !== undefined && { group: { id: job.groupId, place: job.groupPlace, count: groupSize } }),
  };
}
