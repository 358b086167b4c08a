import type { JobEvent, JobEventKind, JobPatch } from "./event";
import { costOf, type Job, type JobError, type JobStatus, type RemoteOutput } from "./job";
import {
  archiveRetryDelayMs,
  backOffMs,
  GONE_GRACE_MS,
  pollIntervalMs,
  UNKNOWN_STATE_GIVE_UP_MS,
  UNREADABLE_GIVE_UP_LOOKS,
  UNREADABLE_GIVE_UP_MS,
} from "./schedule";

type Rule<K extends JobEventKind> = {
  /** Where the event means something; elsewhere it changes nothing. */
  from: readonly JobStatus[];
  patch: (job: Job, event: JobEvent<K>, nowMs: number) => JobPatch | undefined;
};

/** The state machine: for each event the states it acts in, and what it changes there. */
export const RULES: { [K in JobEventKind]: Rule<K> } = {
  sending: {
    from: ["waiting"],
    // Due when the answer can no longer come: whoever then finds the job knows that its outcome is unknown.
    patch: (_job, { leaseUntilMs }, nowMs) => ({
      status: "submitting",
      statusDetail: undefined,
      submittedAtMs: nowMs,
      nextCheckAtMs: leaseUntilMs,
    }),
  },
  undeliverable: {
    from: ["waiting"],
    patch: (_job, { field, message }, nowMs) =>
      failed(nowMs, { code: "inputUndeliverable", message, ...(field !== undefined && { field }) }),
  },
  heldBack: {
    from: ["waiting"],
    patch: (_job, { untilMs, noRoom }) =>
      untilMs === undefined
        ? { statusDetail: "limit" }
        : { statusDetail: noRoom ? "noRoom" : retryAt(untilMs), nextCheckAtMs: untilMs },
  },
  accepted: {
    from: ["submitting", "unconfirmed"],
    patch: (job, { requestId, queued }, nowMs) => {
      // The answer came after the job was given up: the end stays, but now it can be looked at again.
      if (job.status === "unconfirmed") return { requestId };
      return {
        ...seen(nowMs),
        status: queued ? "queued" : "running",
        requestId,
        submittedAtMs: nowMs,
        startedAtMs: queued ? undefined : nowMs,
        nextCheckAtMs: nowMs,
      };
    },
  },
  refused: { from: ["submitting"], patch: (_job, { error }, nowMs) => failed(nowMs, error) },
  notSent: {
    from: ["submitting"],
    patch: (job, { reason, retryAfterMs }, nowMs) => {
      const attempts = job.attempts + 1;
      const nextCheckAtMs = nowMs + (reason === "rateLimited" ? retryAfterMs : backOffMs(attempts, retryAfterMs));
      const statusDetail = reason === "rateLimited" ? retryAt(nextCheckAtMs) : "unreachable";
      return { status: "waiting", statusDetail, submittedAtMs: undefined, attempts, nextCheckAtMs };
    },
  },
  outcomeUnknown: {
    from: ["submitting", "unconfirmed"],
    patch: (job, { message, requestId }, nowMs) => {
      const id = requestId === undefined ? undefined : { requestId };
      // As above: the answer came too late.
      if (job.status === "unconfirmed") return id;
      return { ...ended(nowMs, "unconfirmed", { code: "outcomeUnknown", message }), ...id };
    },
  },
  queued: {
    from: ["queued", "running"],
    patch: (job, { position }, nowMs) => ({
      ...polled(job, nowMs),
      status: "queued",
      queuePosition: position,
      startedAtMs: undefined,
    }),
  },
  running: {
    from: ["queued", "running"],
    patch: (job, _event, nowMs) => ({
      ...polled(job, nowMs),
      status: "running",
      startedAtMs: job.startedAtMs ?? nowMs,
    }),
  },
  otherWord: {
    from: ["queued", "running"],
    patch: (job, { word }, nowMs) =>
      ageMs(job, nowMs) < UNKNOWN_STATE_GIVE_UP_MS
        ? { ...polled(job, nowMs), statusDetail: word }
        : { ...ended(nowMs, "lost", { code: "requestUnanswered", message: word }), lastCheckedAtMs: nowMs },
  },
  unreadable: {
    from: ["queued", "running"],
    patch: (job, { rateLimited, retryAfterMs = 0, message }, nowMs) => {
      const attempts = job.attempts + 1;
      if (message !== undefined && !rateLimited && isUnreadable(job, attempts, nowMs)) {
        return ended(nowMs, "lost", { code: "requestUnanswered", message });
      }
      const nextCheckAtMs = nowMs + backOffMs(attempts, Math.max(retryAfterMs, pollIntervalMs(ageMs(job, nowMs))));
      return { attempts, nextCheckAtMs, statusDetail: rateLimited ? retryAt(nextCheckAtMs) : "unreachable" };
    },
  },
  produced: {
    from: ["queued", "running"],
    patch: (job, event, nowMs) => ({
      ...seen(nowMs),
      ...costOf(event),
      status: "archiving",
      remoteOutputs: event.outputs,
      startedAtMs: job.startedAtMs ?? job.submittedAtMs,
      nextCheckAtMs: nowMs,
    }),
  },
  failed: {
    from: ["queued", "running"],
    patch: (_job, event, nowMs) => ({
      ...failed(nowMs, event.error),
      ...costOf(event),
      lastCheckedAtMs: nowMs,
    }),
  },
  cancelled: { from: ["waiting", "queued", "running"], patch: cancelled },
  gone: {
    from: ["queued", "running"],
    patch: (job, { message }, nowMs) => {
      if (ageMs(job, nowMs) < GONE_GRACE_MS) return polled(job, nowMs);
      // Looked at again after it had failed: why it had is still true.
      const end = job.error ? failed(nowMs, job.error) : ended(nowMs, "lost", { code: "requestLost", message });
      return { ...end, lastCheckedAtMs: nowMs };
    },
  },
  archived: { from: ["archiving"], patch: (_job, _event, nowMs) => ended(nowMs, "succeeded") },
  archiveFailed: {
    from: ["archiving"],
    patch: (job, { reason, message, placed, missing }, nowMs) => {
      const attempts = job.attempts + 1;
      const hasSome = placed > 0 || hasMissing(job);
      // A file that is no media beside one that is will hardly become one, and what was saved before is not kept waiting.
      const isHopeless = hasMissing(job) ? reason !== "refused" : placed > 0 && reason === "noMedia";
      const delayMs = archiveRetryDelayMs(attempts, isHopeless ? "unusable" : reason);
      if (delayMs === undefined) return notSaved(nowMs, { message, missing, hasSome });
      return { attempts, nextCheckAtMs: nowMs + delayMs, statusDetail: retryAt(nowMs + delayMs) };
    },
  },
  lookAgain: {
    from: ["lost", "unconfirmed", "failed", "succeeded"],
    patch: (job, { outputs }, nowMs) => {
      const again = { error: undefined, finishedAtMs: undefined, attempts: 0, nextCheckAtMs: nowMs };
      const fetched = { ...again, status: "archiving", ...(outputs && { remoteOutputs: outputs }) } as const;
      // The error stays: it tells that the job has outputs already.
      if (hasMissing(job)) return { ...fetched, error: job.error };
      if (job.status === "succeeded") return undefined;
      if (job.error?.code === "archiveFailed") return fetched;
      // It may be paid for, and reading it once more costs nothing.
      if (job.requestId === undefined) return undefined;
      return { ...again, status: "queued", error: job.status === "failed" ? job.error : undefined };
    },
  },
};

/** The same for every job, so that many can be cancelled by one statement. */
export function cancelledAt(nowMs: number): JobPatch {
  return ended(nowMs, "cancelled");
}

function cancelled(_job: Job, event: JobEvent<"cancelled">, nowMs: number): JobPatch {
  return { ...cancelledAt(nowMs), ...costOf(event) };
}

/** The addresses are shown, because the user may still be able to fetch what the studio could not. */
function notSaved(
  nowMs: number,
  { message, missing, hasSome }: { message: string; missing: RemoteOutput[]; hasSome: boolean },
): JobPatch {
  const told = [message, ...missing.map((output) => output.url)].join(" ");
  if (!hasSome) return failed(nowMs, { code: "archiveFailed", message: told });
  const error = { code: "outputsMissing", message: `${missing.length} × ${told}` } as const;
  return { ...ended(nowMs, "succeeded", error), remoteOutputs: missing };
}

function hasMissing({ error }: Job): boolean {
  return error?.code === "outputsMissing";
}

function failed(nowMs: number, error: JobError): JobPatch {
  return ended(nowMs, "failed", error);
}

function ended(nowMs: number, status: JobStatus, error?: JobError): JobPatch {
  return {
    status,
    error,
    statusDetail: undefined,
    queuePosition: undefined,
    finishedAtMs: nowMs,
    nextCheckAtMs: undefined,
    attempts: 0,
  };
}

/** Upstream has been read: what stood there about earlier looks no longer holds. */
function seen(nowMs: number): JobPatch {
  return { lastCheckedAtMs: nowMs, statusDetail: undefined, queuePosition: undefined, attempts: 0 };
}

function polled(job: Job, nowMs: number): JobPatch {
  return { ...seen(nowMs), nextCheckAtMs: nowMs + pollIntervalMs(ageMs(job, nowMs)) };
}

/** A clock that was set back makes no job young again. */
function ageMs(job: Job, nowMs: number): number {
  return Math.abs(nowMs - (job.submittedAtMs ?? job.createdAtMs));
}

function isUnreadable({ lastCheckedAtMs, submittedAtMs, createdAtMs }: Job, looks: number, nowMs: number): boolean {
  const readAtMs = lastCheckedAtMs ?? submittedAtMs ?? createdAtMs;
  return looks >= UNREADABLE_GIVE_UP_LOOKS && Math.abs(nowMs - readAtMs) >= UNREADABLE_GIVE_UP_MS;
}

function retryAt(atMs: number): string {
  return `retryAt:${new Date(atMs).toISOString()}`;
}
