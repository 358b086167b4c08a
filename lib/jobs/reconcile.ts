import { archiveOutputs } from "./archive-outputs";
import { followJob } from "./follow-job";
import { createInHand, type Lane } from "./in-hand";
import type { Job, JobStatus, UpstreamName } from "./job";
import { SUBMIT_LEASE_MS, sendJob } from "./send-job";
import { record, type StepDeps } from "./step";

const UPSTREAMS = ["runcomfy", "sandbox"] as const satisfies readonly UpstreamName[];
const LEASE_MS = 30_000;

export type ReconcilerOptions = {
  /** False for the name of a worker that certainly no longer runs. */
  isAlive: (owner: string) => boolean;
  /** Called after every step: other jobs may have become due. */
  onStepEnded?: () => void;
  /** How long a job is held without a sign of life. Default 30 s. */
  leaseMs?: number;
};

export type Reconciler = {
  /** Frees what workers that no longer run had in hand. Once, at the start. */
  recover(): Promise<void>;
  /** Claims what is due and starts a step for each; gives the number of steps, which go on by themselves. */
  startDue(): Promise<number>;
  /** `startDue`, and the end of every step that runs. */
  reconcileOnce(): Promise<void>;
  /** Sends a job that this worker has stored and holds; resolves when its submit is answered. Never rejects. */
  send(job: Job): Promise<void>;
  /** When `startDue` will find something, or undefined while nothing is open. */
  nextDueAtMs(): Promise<number | undefined>;
  /** The end of every step that runs now. */
  settled(): Promise<void>;
  isSending(): boolean;
  /** Resolves when no job is being sent. */
  sent(): Promise<void>;
};

/**
 * Advances jobs, each by one step at a time: send, follow, archive. Several reconcilers may share a database: a lease decides who
 * has a job, and every write checks that it still holds.
 */
export function createReconciler(deps: StepDeps, options: ReconcilerOptions): Reconciler {
  const { store, links, pace, owner, now } = deps;
  const { isAlive, onStepEnded = () => {}, leaseMs = LEASE_MS } = options;
  const inHand = createInHand(deps, { leaseMs, onStepEnded });
  const configured = UPSTREAMS.filter((name) => links[name] !== undefined);

  const roomAt = async (name: UpstreamName) => deps.maxInFlight - (await store.countInFlight(name));

  async function claim(lane: Lane, statuses: readonly JobStatus[], upstreams: readonly UpstreamName[]): Promise<Job[]> {
    const limit = inHand.room(lane);
    if (limit <= 0) return [];
    const nowMs = now();
    return store.claimDue({ statuses, upstreams }, { owner, nowMs, untilMs: nowMs + leaseMs, limit });
  }

  async function startFollowing(): Promise<number> {
    // Due only after a crash: its answer can no longer come, and a POST may have left.
    const abandoned = await claim("follow", ["submitting"], UPSTREAMS);
    for (const job of abandoned) {
      inHand.run(job, "follow", async () => {
        await record(job, { kind: "outcomeUnknown", message: "" }, deps);
      });
    }
    const ready = configured.filter((name) => pace.slowUntilMs(name, now()) <= now());
    const followed = await claim("follow", ["queued", "running"], ready);
    for (const job of followed) {
      const link = links[job.upstream];
      if (link) inHand.run(job, "follow", () => followJob(job, link.api, deps));
    }
    return abandoned.length + followed.length;
  }

  async function startArchiving(): Promise<number> {
    const jobs = await claim("archive", ["archiving"], configured);
    for (const job of jobs) inHand.run(job, "archive", () => archiveOutputs(job, deps));
    return jobs.length;
  }

  async function startSending(name: UpstreamName): Promise<number> {
    const limit = await roomAt(name);
    if (limit <= 0) return 0;
    const nowMs = now();
    const jobs = await store.claimWaiting(name, { owner, nowMs, untilMs: nowMs + SUBMIT_LEASE_MS, limit });
    for (const job of jobs) send(job);
    return jobs.length;
  }

  async function send(job: Job): Promise<void> {
    const link = links[job.upstream];
    if (link) await inHand.run(job, "send", () => sendJob(job, link, deps));
  }

  const isSending = () => inHand.count("send") > 0;

  async function startDue(): Promise<number> {
    let started = (await startFollowing()) + (await startArchiving());
    for (const name of configured) started += await startSending(name);
    return started;
  }

  return {
    send,
    startDue,
    settled: () => inHand.settled(),
    isSending,

    async sent() {
      while (isSending()) await inHand.settled("send");
    },

    async recover() {
      const owners = await store.leaseOwners();
      const dead = owners.filter((name) => name !== owner && !isAlive(name));
      await store.dropLeases(dead, now());
    },

    async reconcileOnce() {
      await startDue();
      await inHand.settled();
    },

    async nextDueAtMs() {
      const times: number[] = [];
      for (const { status, upstream, atMs } of await store.nextDue()) {
        if (status === "submitting") times.push(atMs);
        else if (!configured.includes(upstream)) continue;
        else if (status === "archiving") times.push(atMs);
        // For those that have no room the end of another job's step is the next moment to look.
        else if (status !== "waiting" || (await roomAt(upstream)) > 0) {
          times.push(Math.max(atMs, pace.slowUntilMs(upstream, now())));
        }
      }
      return times.length > 0 ? Math.min(...times) : undefined;
    },
  };
}
