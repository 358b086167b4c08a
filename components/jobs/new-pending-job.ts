import type { WireJob, WireModel } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";
import type { JsonObject } from "@/lib/json";
import { planFrame } from "@/lib/schema/frame";
import { PENDING } from "./pending-job";

/** A take in the instant of the click, before the studio has answered: a frame of the right ratio that waits. */
export function newPendingJob(options: {
  clientRequestId: string;
  model: WireModel;
  input: JsonObject;
  upstream: UpstreamName;
  firstImage?: { width: number; height: number };
  nowMs: number;
}): WireJob {
  const { width, height } = planFrame(options.model.fields, options.input, options.firstImage);
  return {
    id: PENDING + options.clientRequestId,
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
