import type { JsonObject } from "@/lib/json";
import type { JobEvent } from "./event";
import type { Job } from "./job";
import { keepStoring } from "./keep-storing";
import type { UpstreamLink } from "./ports";
import { whyNoRoom } from "./room";
import { LONGEST_LEASE_MS } from "./schedule";
import { record, type StepDeps } from "./step";
import { patched, transition } from "./transitions";
import type { SubmitOutcome } from "./upstream";

/** Longer than any submit can take (connect 10 s, answer 90 s): after it the answer can no longer come. */
export const SUBMIT_LEASE_MS = LONGEST_LEASE_MS;

const ROOM_LOOK_AGAIN_MS = 60_000;

/**
 * Sends a waiting job that this worker holds: files are made deliverable first, then the job turns `submitting` in the statement
 * right before the one POST, then the outcome is stored. At any crash the row tells whether a POST may have left.
 */
export async function sendJob(job: Job, link: UpstreamLink, deps: StepDeps): Promise<void> {
  const prepared = await prepare(job, link, deps);
  if (!prepared.ok) {
    await record(job, prepared.event, deps);
    return;
  }
  const sending = await begin(job, deps);
  if (!sending) {
    await record(job, { kind: "heldBack" }, deps);
    return;
  }
  deps.reached("before-post");
  const outcome = await submitOnce(() => link.api.submit(job.modelId, prepared.input), deps);
  deps.reached("after-post");
  if (outcome.kind === "notSent" && outcome.reason === "rateLimited") {
    deps.pace.slow(job.upstream, deps.now() + outcome.retryAfterMs);
  }
  await store(sending, eventOf(outcome), deps);
  if (outcome.kind === "accepted") deps.reached("job-accepted");
}

type Prepared = { ok: true; input: JsonObject } | { ok: false; event: JobEvent };

/** What is cheap to know comes first: reading and encoding files for a job that has to wait would be in vain. */
async function prepare(job: Job, link: UpstreamLink, deps: StepDeps): Promise<Prepared> {
  const untilMs = deps.pace.slowUntilMs(job.upstream, deps.now());
  if (untilMs > deps.now()) return { ok: false, event: { kind: "heldBack", untilMs } };
  if ((await deps.store.countInFlight(job.upstream)) >= deps.maxInFlight)
    return { ok: false, event: { kind: "heldBack" } };
  if (await whyNoRoom(job.upstream, deps)) {
    return { ok: false, event: { kind: "heldBack", untilMs: deps.now() + ROOM_LOOK_AGAIN_MS, noRoom: true } };
  }
  const delivered = await link.deliver(job.input);
  if (delivered.ok) return delivered;
  const { field, message } = delivered;
  return { ok: false, event: { kind: "undeliverable", message, ...(field !== undefined && { field }) } };
}

/** The statement right before the POST; undefined where it is not this job's turn, or no longer this worker's job. */
async function begin(job: Job, { store, owner, maxInFlight, now }: StepDeps): Promise<Job | undefined> {
  const nowMs = now();
  const untilMs = nowMs + SUBMIT_LEASE_MS;
  const patch = transition(job, { kind: "sending", leaseUntilMs: untilMs }, nowMs);
  if (!patch || !(await store.beginSubmit(job, patch, { owner, untilMs, maxInFlight, nowMs }))) return undefined;
  return patched(job, patch);
}

/** Whatever goes wrong from here on, the POST may have left. */
async function submitOnce(submit: () => Promise<SubmitOutcome>, { log }: StepDeps): Promise<SubmitOutcome> {
  try {
    return await submit();
  } catch (error) {
    log("submit-threw", {}, error);
    return { kind: "unknown", message: "" };
  }
}

/** The answer is worth money. */
function store(job: Job, event: JobEvent, deps: StepDeps): Promise<void> {
  const requestId = requestIdOf(event);
  const upstreamId = requestId === undefined ? {} : { upstreamId: requestId };
  const onFailure = (error: unknown) =>
    deps.log("outcome-not-stored", { jobId: job.id, event: event.kind, ...upstreamId }, error);
  return keepStoring(() => storeOnce(job, event, deps), { sleep: deps.sleep, onFailure });
}

async function storeOnce(job: Job, event: JobEvent, deps: StepDeps): Promise<void> {
  if ((await record(job, event, deps)) || requestIdOf(event) === undefined) return;
  // The lease ran out in the meantime (a sleeping laptop): the request id must not be lost all the same.
  const now = await deps.store.get(job.id);
  const patch = now && transition(now, event, deps.now());
  if (now && patch) await deps.store.update(now.id, patch, { status: now.status });
}

function requestIdOf(event: JobEvent): string | undefined {
  return event.kind === "accepted" || event.kind === "outcomeUnknown" ? event.requestId : undefined;
}

function eventOf(outcome: SubmitOutcome): JobEvent {
  switch (outcome.kind) {
    case "accepted":
      return { kind: "accepted", requestId: outcome.requestId, queued: outcome.queued };
    case "refused":
      return { kind: "refused", error: outcome.error };
    case "notSent":
      return { kind: "notSent", reason: outcome.reason, retryAfterMs: outcome.retryAfterMs };
    case "unknown":
      return {
        kind: "outcomeUnknown",
        message: outcome.message,
        ...(outcome.requestId !== undefined && { requestId: outcome.requestId }),
      };
  }
}
