import type { JsonObject } from "@/lib/json";
import type { SandboxRequest } from "@/lib/sandbox/requests/request";

/** The addresses that belong to a request, for the caller's own way to the sandbox. */
function addressesOf(id: string, base: string) {
  const address = `${base}/v1/requests/${id}`;
  return { status_url: `${address}/status`, result_url: `${address}/result`, cancel_url: `${address}/cancel` };
}

export function submitView(id: string, base: string): JsonObject {
  return { request_id: id, ...addressesOf(id, base) };
}

/** `completed` says, as with the service, only that the request no longer runs. `queuePosition` counts those before it. */
export function statusView(request: SandboxRequest, base: string, queuePosition: number | undefined): JsonObject {
  const { status_url, result_url } = addressesOf(request.id, base);
  const position = queuePosition === undefined ? {} : { queue_position: queuePosition };
  return { request_id: request.id, status: STATUS_WORDS[request.status], ...position, status_url, result_url };
}

/** While the request has not ended, its state and when it was made; `output` only where it succeeded with one. */
export function resultView(request: SandboxRequest, base: string): JsonObject {
  const head = {
    request_id: request.id,
    status: RESULT_WORDS[request.status],
    created_at: isoTime(request.createdAtMs),
  };
  switch (request.status) {
    case "queued":
    case "rendering":
      return head;
    case "cancelled":
      return { ...head, finished_at: isoTime(request.finishedAtMs) };
    case "failed":
      return { ...head, finished_at: isoTime(request.finishedAtMs), error: request.error };
    case "succeeded": {
      const video = `${base}/v1/outputs/${request.id}.mp4`;
      return {
        ...head,
        finished_at: isoTime(request.finishedAtMs),
        ...(request.output === "video" ? { output: { video } } : {}),
      };
    }
  }
}

export function cancelView(request: SandboxRequest, base: string, isCancelled: boolean): JsonObject {
  const { status_url, result_url } = addressesOf(request.id, base);
  return {
    request_id: request.id,
    status: STATUS_WORDS[request.status],
    outcome: isCancelled ? "cancelled" : "not_cancellable",
    status_url,
    result_url,
  };
}

const STATUS_WORDS: Record<SandboxRequest["status"], string> = {
  queued: "in_queue",
  rendering: "in_progress",
  succeeded: "completed",
  failed: "completed",
  cancelled: "cancelled",
};

const RESULT_WORDS: Record<SandboxRequest["status"], string> = {
  queued: "in_queue",
  rendering: "in_progress",
  succeeded: "succeeded",
  failed: "failed",
  cancelled: "cancelled",
};

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
