import { randomUUID } from "node:crypto";
import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import type { Script } from "./script";

export type Reply = { status: number; json: JsonObject };

type UpstreamJob = { requestId: string; createdAtMs: number; statusAnswers: number; cancelled: boolean };
type Phase = "in_queue" | "in_progress" | "completed" | "cancelled";

/** The service's protocol over jobs in memory: what it answers when nothing goes wrong. */
export function createProtocol(deps: { script: () => Script; origin: () => string; now: () => number }) {
  const jobs = new Map<string, UpstreamJob>();

  const phaseOf = (job: UpstreamJob): Phase => {
    if (job.cancelled) return "cancelled";
    const { by, queued, running } = deps.script().pace;
    const progress = by === "polls" ? job.statusAnswers : deps.now() - job.createdAtMs;
    if (progress < queued) return "in_queue";
    return progress < queued + running ? "in_progress" : "completed";
  };
  const addresses = (id: string) => {
    const base = `${deps.origin()}/v1/requests/${id}`;
    return { status_url: `${base}/status`, result_url: `${base}/result`, cancel_url: `${base}/cancel` };
  };

  return {
    /** `input` needs a text `prompt`, so that a refusal can be tried without a script. */
    submit(input: JsonValue): Reply {
      if (!isJsonObject(input) || typeof input.prompt !== "string") return refusal("prompt", "Field required");
      const requestId = randomUUID();
      jobs.set(requestId, { requestId, createdAtMs: deps.now(), statusAnswers: 0, cancelled: false });
      return { status: 200, json: { request_id: requestId, ...addresses(requestId) } };
    },

    status(requestId: string): Reply {
      const job = jobs.get(requestId);
      if (!job) return unknownRequest();
      const status = phaseOf(job);
      job.statusAnswers++;
      const place = status === "in_queue" ? { queue_position: 1 } : {};
      const body = { request_id: requestId, status, ...place, ...addresses(requestId), ...deps.script().extra };
      return { status: 200, json: body };
    },

    result(requestId: string): Reply {
      const job = jobs.get(requestId);
      if (!job) return unknownRequest();
      const phase = phaseOf(job);
      const { ending, extra, output } = deps.script();
      const head = { request_id: requestId, created_at: new Date(job.createdAtMs).toISOString(), ...extra };
      if (phase !== "completed") return { status: 200, json: { ...head, status: phase } };
      const finished = { ...head, status: ending.status, finished_at: new Date(deps.now()).toISOString() };
      if (ending.status === "failed") return { status: 200, json: { ...finished, error: ending.error } };
      const made = output ?? { video: `${deps.origin()}/outputs/${requestId}/video.mp4` };
      return { status: 200, json: { ...finished, output: made } };
    },

    cancel(requestId: string): Reply {
      const job = jobs.get(requestId);
      if (!job) return unknownRequest();
      const isQueued = phaseOf(job) === "in_queue";
      if (isQueued) job.cancelled = true;
      const outcome = isQueued ? "cancelled" : "not_cancellable";
      return { status: 202, json: { request_id: requestId, status: "completed", outcome } };
    },
  };
}

export function unauthorised(): Reply {
  return { status: 401, json: { error_code: 401001, error_message: "Not authenticated" } };
}

export function unknownAddress(): Reply {
  return { status: 404, json: { detail: "Not Found" } };
}

function unknownRequest(): Reply {
  return { status: 404, json: { error_code: 404001, error_message: "Request not found" } };
}

function refusal(field: string, msg: string): Reply {
  return { status: 422, json: { error_code: 422001, detail: [{ loc: ["body", field], msg, type: "missing" }] } };
}
