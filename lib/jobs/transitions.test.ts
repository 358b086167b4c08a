import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import type { JobEvent } from "./event";
import { JOB_STATUSES, type Job, type JobStatus } from "./job";
import { isTerminal } from "./status";
import { transition } from "./transitions";

const ERROR = { code: "upstreamFailed", message: "no" } as const;
const SENDING: JobEvent = { kind: "sending", leaseUntilMs: START_MS + 120_000 };
const ACCEPTED: JobEvent = { kind: "accepted", requestId: "r1", queued: true };
const NOT_SENT: JobEvent = { kind: "notSent", reason: "rateLimited", retryAfterMs: 3_000 };
const UNKNOWN: JobEvent<"outcomeUnknown"> = { kind: "outcomeUnknown", message: "reset" };
const QUEUED: JobEvent = { kind: "queued", position: 2 };
const RUNNING: JobEvent = { kind: "running" };
const PRODUCED: JobEvent = { kind: "produced", outputs: [{ url: "https://x.example/1.mp4" }] };
const GONE: JobEvent = { kind: "gone", message: "expired" };
const UNREADABLE: JobEvent = { kind: "unreadable", rateLimited: false };
const LOOK_AGAIN: JobEvent = { kind: "lookAgain" };

const MISSING = [{ url: "https://x.example/2.json" }];
const NONE_PLACED = { kind: "archiveFailed", placed: 0, missing: MISSING } as const;
const ARCHIVE_REFUSED: JobEvent = { ...NONE_PLACED, reason: "refused", message: "host" };
const ARCHIVE_LATER: JobEvent = { ...NONE_PLACED, reason: "unavailable", message: "reset" };

const EVENTS: JobEvent[] = [
  SENDING,
  ACCEPTED,
  NOT_SENT,
  UNKNOWN,
  QUEUED,
  RUNNING,
  PRODUCED,
  GONE,
  UNREADABLE,
  { kind: "undeliverable", message: "too large" },
  { kind: "heldBack" },
  { kind: "refused", error: ERROR },
  { kind: "otherWord", word: "warming" },
  { kind: "failed", error: ERROR },
  { kind: "cancelled" },
  { kind: "archived" },
  ARCHIVE_REFUSED,
];

const LATER_MS = START_MS + 3_600_000;

/** The status after `event` an hour later; the same one where nothing changes. */
function statusAfter(from: JobStatus, event: JobEvent, over: Partial<Job> = {}): JobStatus {
  return transition(makeJob({ status: from, ...over }), event, LATER_MS)?.status ?? from;
}

describe("transition", () => {
  it.each<[JobStatus, JobEvent, JobStatus]>([
    ["waiting", SENDING, "submitting"],
    ["waiting", { kind: "undeliverable", message: "too large" }, "failed"],
    ["waiting", { kind: "heldBack" }, "waiting"],
    ["waiting", { kind: "cancelled" }, "cancelled"],
    ["submitting", ACCEPTED, "queued"],
    ["submitting", { kind: "accepted", requestId: "r1", queued: false }, "running"],
    ["submitting", { kind: "refused", error: ERROR }, "failed"],
    ["submitting", NOT_SENT, "waiting"],
    ["submitting", UNKNOWN, "unconfirmed"],
    ["submitting", { kind: "cancelled" }, "submitting"],
    ["queued", RUNNING, "running"],
    ["queued", PRODUCED, "archiving"],
    ["queued", { kind: "cancelled" }, "cancelled"],
    ["queued", GONE, "lost"],
    ["running", QUEUED, "queued"],
    ["running", PRODUCED, "archiving"],
    ["running", { kind: "failed", error: ERROR }, "failed"],
    ["running", UNREADABLE, "running"],
    ["archiving", { kind: "archived" }, "succeeded"],
    ["archiving", ARCHIVE_REFUSED, "failed"],
    ["archiving", ARCHIVE_LATER, "archiving"],
    ["archiving", { kind: "cancelled" }, "archiving"],
    ["archiving", GONE, "archiving"],
  ])("turns %s by %j into %s", (from, event, to) => {
    expect(statusAfter(from, event)).toBe(to);
  });

  it("never leaves an end by itself", () => {
    fc.assert(
      fc.property(fc.constantFrom(...JOB_STATUSES.filter(isTerminal)), fc.constantFrom(...EVENTS), (from, event) => {
        return statusAfter(from, event, { requestId: "r1" }) === from;
      }),
    );
  });

  it("gives every active state a next look and every end none", () => {
    fc.assert(
      fc.property(fc.constantFrom(...JOB_STATUSES), fc.constantFrom(...EVENTS, LOOK_AGAIN), (from, event) => {
        const { nextCheckAtMs, ...rest } = makeJob({ status: from, requestId: "r1" });
        const job: Job = isTerminal(from) ? rest : { ...rest, nextCheckAtMs: nextCheckAtMs ?? START_MS };
        const next = { ...job, ...(transition(job, event, LATER_MS) ?? {}) };
        return isTerminal(next.status) === (next.nextCheckAtMs === undefined);
      }),
    );
  });

  it("sends only what is waiting", () => {
    const senders = JOB_STATUSES.filter((from) => transition(makeJob({ status: from }), SENDING, LATER_MS));
    expect(senders).toEqual(["waiting"]);
  });

  it("keeps the request id of an answer that came after the job was given up", () => {
    const job = makeJob({ status: "unconfirmed" });
    expect(transition(job, ACCEPTED, LATER_MS)).toEqual({ requestId: "r1" });
    expect(transition(job, { ...UNKNOWN, requestId: "r1" }, LATER_MS)).toEqual({ requestId: "r1" });
    expect(transition(job, UNKNOWN, LATER_MS)).toBeUndefined();
  });
});

describe("times", () => {
  it("looks at an accepted job at once, then by its age", () => {
    const job = makeJob({ status: "submitting", submittedAtMs: START_MS });
    expect(transition(job, ACCEPTED, START_MS + 700)).toMatchObject({
      submittedAtMs: START_MS + 700,
      nextCheckAtMs: START_MS + 700,
    });
    const queued = makeJob({ status: "queued", submittedAtMs: START_MS });
    expect(transition(queued, QUEUED, START_MS + 130_000)?.nextCheckAtMs).toBe(START_MS + 135_000);
  });

  it("sends again when upstream's Retry-After is over, and says so", () => {
    const job = makeJob({ status: "submitting", submittedAtMs: START_MS });
    expect(transition(job, NOT_SENT, START_MS)).toEqual({
      status: "waiting",
      statusDetail: "retryAt:2026-01-01T00:00:03.000Z",
      submittedAtMs: undefined,
      attempts: 1,
      nextCheckAtMs: START_MS + 3_000,
    });
  });

  it("keeps polling after failures, ever more slowly, and forgets them with the first answer", () => {
    const job = makeJob({ status: "running", submittedAtMs: START_MS, attempts: 4 });
    const failed = transition(job, UNREADABLE, START_MS);
    expect(failed).toEqual({ attempts: 5, nextCheckAtMs: START_MS + 32_000, statusDetail: "unreachable" });
    expect(transition(job, RUNNING, START_MS)).toMatchObject({ attempts: 0, statusDetail: undefined });
  });

  it("counts the running time from the first look that saw it run", () => {
    const job = makeJob({ status: "running", startedAtMs: START_MS + 5 });
    expect(transition(job, RUNNING, LATER_MS)?.startedAtMs).toBe(START_MS + 5);
    expect(transition(makeJob({ status: "queued" }), RUNNING, LATER_MS)?.startedAtMs).toBe(LATER_MS);
  });
});

describe("a request that upstream does not know", () => {
  it.each<[number, JobStatus]>([
    [0, "queued"],
    [29_999, "queued"],
    [30_000, "lost"],
  ])("%d ms after its submit is %s", (ageMs, status) => {
    const job = makeJob({ status: "queued", submittedAtMs: START_MS });
    expect({ ...job, ...transition(job, GONE, START_MS + ageMs) }.status).toBe(status);
  });
});

describe("a job that upstream does not tell of", () => {
  const DAY_MS = 86_400_000;
  const REFUSED: JobEvent = { kind: "unreadable", rateLimited: false, message: "HTTP 403" };
  const BUSY: JobEvent = { kind: "unreadable", rateLimited: true, message: "HTTP 429" };
  const OTHER: JobEvent = { kind: "otherWord", word: "paused" };

  it.each<[string, JobEvent, Partial<Job>, number, JobStatus]>([
    ["is refused for a day", REFUSED, { attempts: 287 }, DAY_MS, "lost"],
    ["is refused, for less than a day", REFUSED, { attempts: 999 }, DAY_MS - 1, "running"],
    ["is refused once after the studio was off", REFUSED, { attempts: 0 }, 30 * DAY_MS, "running"],
    ["was read an hour ago", REFUSED, { attempts: 999, lastCheckedAtMs: START_MS + DAY_MS }, DAY_MS, "running"],
    ["cannot be reached", UNREADABLE, { attempts: 9_999 }, 30 * DAY_MS, "running"],
    ["is asked too often", BUSY, { attempts: 9_999 }, 30 * DAY_MS, "running"],
    ["is in a state that nobody knows for a week", OTHER, {}, 7 * DAY_MS, "lost"],
    ["is in a state that nobody knows, for less than a week", OTHER, {}, 7 * DAY_MS - 1, "running"],
  ])("because it %s is then what it should be", (_why, event, over, afterMs, status) => {
    const job = makeJob({ status: "running", requestId: "r1", submittedAtMs: START_MS, ...over });
    expect({ ...job, ...transition(job, event, START_MS + afterMs) }).toMatchObject({ status, requestId: "r1" });
  });

  it("says what was answered, and can be looked at again", () => {
    const job = makeJob({ status: "queued", requestId: "r1", submittedAtMs: START_MS, attempts: 999 });
    const lost = { ...job, ...transition(job, REFUSED, START_MS + DAY_MS) };
    expect(lost.error).toEqual({ code: "requestUnanswered", message: "HTTP 403" });
    expect(transition(lost as Job, LOOK_AGAIN, LATER_MS)).toMatchObject({ status: "queued", attempts: 0 });
  });
});

describe("outputs of which some cannot be saved", () => {
  const some = (over: Partial<JobEvent<"archiveFailed">>): JobEvent<"archiveFailed"> => ({
    ...NONE_PLACED,
    reason: "noMedia",
    message: "it is text/html",
    ...over,
  });
  const MISSED = { error: { code: "outputsMissing", message: "" } } as const;

  it.each<[string, Partial<JobEvent<"archiveFailed">>, Partial<Job>, JobStatus]>([
    ["none came, for 82 s", {}, { attempts: 4 }, "archiving"],
    ["none came, for a day", {}, { attempts: 999 }, "failed"],
    ["one came beside what is no media", { placed: 1 }, { attempts: 3 }, "archiving"],
    ["one came beside what is no media for 82 s", { placed: 1 }, { attempts: 4 }, "succeeded"],
    ["one came beside what is damaged for 82 s", { placed: 1, reason: "unusable" }, { attempts: 4 }, "succeeded"],
    ["one came beside what may come yet", { placed: 1, reason: "unavailable" }, { attempts: 4 }, "archiving"],
    [
      "one came beside what does not come for a day",
      { placed: 1, reason: "unavailable" },
      { attempts: 999 },
      "succeeded",
    ],
    ["one came beside what is refused", { placed: 1, reason: "refused" }, {}, "succeeded"],
    ["those that came before stay", { reason: "unavailable" }, { attempts: 4, ...MISSED }, "succeeded"],
  ])("where %s", (_what, event, over, status) => {
    expect(statusAfter("archiving", some(event), over)).toBe(status);
  });

  it("are named with their number, the reason and their addresses, and can be looked at again", () => {
    const job = makeJob({ status: "archiving", attempts: 4 });
    const done = { ...job, ...transition(job, some({ placed: 1 }), LATER_MS) } as Job;
    expect(done.remoteOutputs).toEqual(MISSING);
    expect(done.error?.message).toBe("1 × it is text/html https://x.example/2.json");
    expect(transition(done, LOOK_AGAIN, LATER_MS)).toMatchObject({ status: "archiving", attempts: 0 });
  });

  it("are forgotten once they came", () => {
    const job = makeJob({ status: "archiving", ...MISSED });
    expect(transition(job, { kind: "archived" }, LATER_MS)).toMatchObject({ status: "succeeded", error: undefined });
  });
});

describe("lookAgain", () => {
  it.each<[string, Partial<Job>, JobStatus | undefined]>([
    ["a lost job with its id", { status: "lost", requestId: "r1" }, "queued"],
    ["an unconfirmed job whose id came late", { status: "unconfirmed", requestId: "r1" }, "queued"],
    ["an unconfirmed job without id", { status: "unconfirmed" }, undefined],
    ["an output that was not saved", { status: "failed", error: { code: "archiveFailed", message: "" } }, "archiving"],
    [
      "a job that is done without a file",
      { status: "failed", requestId: "r1", error: { code: "noOutput", message: "" } },
      "queued",
    ],
    ["a job that upstream failed", { status: "failed", requestId: "r1", error: ERROR }, "queued"],
    ["a job that upstream did not take", { status: "failed", error: ERROR }, undefined],
    ["a cancelled job", { status: "cancelled", requestId: "r1" }, undefined],
    ["a job that succeeded", { status: "succeeded", requestId: "r1" }, undefined],
  ])("of %s leads to the right state", (_what, over, status) => {
    expect(transition(makeJob(over), LOOK_AGAIN, LATER_MS)?.status).toBe(status);
  });

  it("leaves why a job failed to a request that is gone by then, and to nothing else", () => {
    const job = makeJob({ status: "failed", requestId: "r1", error: ERROR });
    const again = { ...job, ...transition(job, LOOK_AGAIN, LATER_MS) } as Job;
    expect(transition(again, GONE, LATER_MS)).toMatchObject({ status: "failed", error: ERROR });
    const saving = { ...again, ...transition(again, PRODUCED, LATER_MS) } as Job;
    expect(transition(saving, { kind: "archived" }, LATER_MS)).toMatchObject({ status: "succeeded", error: undefined });
  });

  it("takes the outputs from where they are now, or from where they were", () => {
    const remoteOutputs = [{ url: "https://x.example/old.mp4" }];
    const outputs = [{ url: "https://x.example/new.mp4" }];
    const job = makeJob({ status: "failed", remoteOutputs, error: { code: "archiveFailed", message: "" } });
    expect(transition(job, { kind: "lookAgain", outputs }, LATER_MS)?.remoteOutputs).toEqual(outputs);
    expect(transition(job, LOOK_AGAIN, LATER_MS)).not.toHaveProperty("remoteOutputs");
  });
});
