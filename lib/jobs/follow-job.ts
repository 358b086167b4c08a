import type { JobEvent } from "./event";
import { costOf, type Job } from "./job";
import { record, type StepDeps } from "./step";
import type { ReadFailure, ResultOutcome, StatusOutcome, Upstream } from "./upstream";

/** How long a 429 without Retry-After slows everybody down. */
const DEFAULT_SLOW_MS = 5_000;

/** Asks upstream once how a queued or running job stands, and for its result where it no longer runs. */
export async function followJob(job: Job, api: Upstream, deps: StepDeps): Promise<void> {
  if (job.requestId === undefined) throw new Error("a job that upstream has must have a request id");
  const event = await lookAt(job.requestId, api);
  if (event.kind === "unreadable" && event.rateLimited) {
    deps.pace.slow(job.upstream, deps.now() + (event.retryAfterMs ?? DEFAULT_SLOW_MS));
  }
  await record(job, event, deps);
}

/** What upstream says of a request, as an event of its job. */
export async function lookAt(requestId: string, api: Upstream): Promise<JobEvent> {
  const status = await api.status(requestId);
  // Ended only says that it no longer runs: success is the result's to say.
  return status.kind === "ended" ? eventOfResult(await api.result(requestId)) : eventOfStatus(status);
}

function eventOfStatus(status: Exclude<StatusOutcome, { kind: "ended" }>): JobEvent {
  switch (status.kind) {
    case "queued":
      return { kind: "queued", ...(status.position !== undefined && { position: status.position }) };
    case "running":
      return { kind: "running" };
    case "other":
      return { kind: "otherWord", word: status.word };
    case "cancelled":
      return { kind: "cancelled" };
    case "failed":
      return { kind: "failed", error: status.error };
    case "gone":
      return { kind: "gone", message: status.message };
    case "unavailable":
      return unreadable(status);
  }
}

function eventOfResult(result: ResultOutcome): JobEvent {
  switch (result.kind) {
    case "succeeded":
      return { kind: "produced", outputs: result.outputs, ...costOf(result) };
    case "failed":
      return { kind: "failed", error: result.error, ...costOf(result) };
    case "cancelled":
      return { kind: "cancelled", ...costOf(result) };
    case "notReady":
      return result.state === "queued" ? { kind: "queued" } : { kind: "running" };
    case "gone":
      return { kind: "gone", message: result.message };
    case "unavailable":
      return unreadable(result);
  }
}

function unreadable({ rateLimited, retryAfterMs, answered, message }: ReadFailure): JobEvent {
  return {
    kind: "unreadable",
    rateLimited,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(answered && { message }),
  };
}
