import type { Job } from "@/lib/jobs/job";
import type { Asset } from "@/lib/storage/asset";

/**
 * All that made a file, as it stands beside it: `modelId` and `input` are what `POST /api/jobs` takes. Bytes and hash are of the
 * stored file, without the settings that the downloaded one may carry.
 */
export function settingsOf(job: Job, { modelName, output }: { modelName: string; output?: Asset }) {
  return {
    modelId: job.modelId,
    modelName,
    input: job.input,
    upstream: job.upstream,
    jobId: job.id,
    createdAt: new Date(job.createdAtMs).toISOString(),
    ...(job.finishedAtMs !== undefined && { finishedAt: new Date(job.finishedAtMs).toISOString() }),
    // What it cost, for whoever keeps the books; a take of the sandbox is free.
    ...(job.costMicros !== undefined && job.upstream === "runcomfy" && { costMicros: job.costMicros }),
    ...(job.rating !== undefined && { rating: job.rating }),
    ...(job.favourite && { favourite: true }),
    ...(job.note !== undefined && { note: job.note }),
    ...(output && { output: factsOf(output) }),
  };
}

function factsOf({ mediaType, bytes, sha256, width, height, durationMs, frameCount }: Asset) {
  return { mediaType, bytes, sha256, width, height, durationMs, frameCount };
}
