import type { WireJob, WireModel } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";
import type { JsonObject } from "@/lib/json";
import { planFrame } from "@/lib/schema/frame";

const PREFIX = "pending:";

/** A take in the instant of the click, before the studio has answered: a frame of the right ratio that waits. */
export function pendingJob(options: {
  clientRequestId: string;
  model: WireModel;
  input: JsonObject;
  upstream: UpstreamName;
  firstImage?: { width: number; height: number };
  nowMs: number;
}): WireJob {
  const { width, height } = planFrame(options.model.fields, options.input, options.firstImage);
  return {
    id: PREFIX + options.clientRequestId,
    modelId: options.model.id,
    modelName: options.model.name,
    upstream: options.upstream,
    status: "submitting",
    input: options.input,
    frame: { width, height },
    outputs: [],
    createdAt: new Date(options.nowMs).toISOString(),
    actions: { canCancel: false, canRetry: false, canLookAgain: false, canShare: false, canDelete: false },
  };
}

export function isPending(job: Pick<WireJob, "id">): boolean {
  return job.id.startsWith(PREFIX);
}
