import type { JobGroup } from "@/lib/jobs/group";
import type { Job } from "@/lib/jobs/job";

export const START_MS = Date.UTC(2026, 0, 1);

/** A job in the state that a test needs; `waiting` since `START_MS` unless told. */
export function makeJob(over: Partial<Job> = {}): Job {
  return {
    id: "job-1",
    modelId: "acme/clip/text-to-video",
    upstream: "runcomfy",
    status: "waiting",
    input: { prompt: "a fox in the snow" },
    payloadHash: "hash-1",
    remoteOutputs: [],
    outputAssetIds: [],
    createdAtMs: START_MS,
    nextCheckAtMs: START_MS,
    attempts: 0,
    ...over,
  };
}

export function makeGroup(over: Partial<JobGroup> = {}): JobGroup {
  return {
    id: "group-1",
    modelId: "acme/clip/text-to-video",
    upstream: "runcomfy",
    axes: [],
    payloadHash: "hash-1",
    createdAtMs: START_MS,
    ...over,
  };
}
