import type { QueuedRequest } from "@/lib/sandbox/requests/request";

/** A queued request of which only what matters to a test is given. */
export function queuedRequest(facts: Partial<QueuedRequest> = {}): QueuedRequest {
  return {
    id: "r1",
    sequence: 1,
    modelId: "maker/model/text-to-video",
    seed: 7,
    scenarios: [],
    status: "queued",
    createdAtMs: 0,
    renderNotBeforeMs: 0,
    inputBytes: 0,
    ...facts,
  };
}
