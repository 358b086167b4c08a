import type { Job } from "./job";
import { keepStoring } from "./keep-storing";
import { backOffMs } from "./schedule";
import type { StepDeps } from "./step";

/** How many jobs of a kind are worked on at once: a slow download holds up no status request. */
const LANES = { follow: 8, archive: 3, send: Number.POSITIVE_INFINITY } as const;
export type Lane = keyof typeof LANES;

export type InHandOptions = {
  /** Renewed while a step runs, at a third of this time. */
  leaseMs: number;
  onStepEnded: () => void;
};

/** The jobs that this worker has in hand, each with the one step that runs for it. */
export type InHand = {
  /** Runs `step`, keeping the job's lease; a step that throws is tried again later. Never rejects. */
  run(job: Job, lane: Lane, step: () => Promise<void>): Promise<void>;
  /** How many more steps may run in a lane. */
  room(lane: Lane): number;
  /** How many steps run in a lane. */
  count(lane: Lane): number;
  /** The end of every step that runs now, of all lanes or of one. */
  settled(lane?: Lane): Promise<void>;
};

export function createInHand(deps: StepDeps, { leaseMs, onStepEnded }: InHandOptions): InHand {
  const { store, owner, now, sleep, log } = deps;
  const held = new Map<string, { lane: Lane; ended: Promise<void> }>();

  function stepsIn(lane?: Lane) {
    return [...held.values()].filter((step) => lane === undefined || step.lane === lane);
  }

  function keepLease(job: Job): NodeJS.Timeout {
    const renew = () => store.renewLease(job.id, { owner, untilMs: now() + leaseMs });
    return setInterval(() => {
      renew().catch((error) => log("lease-not-renewed", { jobId: job.id }, error));
    }, leaseMs / 3);
  }

  function postpone(job: Job): Promise<boolean> {
    const attempts = job.attempts + 1;
    const nextCheckAtMs = now() + backOffMs(attempts);
    return store.update(job.id, { attempts, nextCheckAtMs }, { status: job.status, owner });
  }

  async function perform(job: Job, lane: Lane, step: () => Promise<void>): Promise<void> {
    // A job that is being sent is held for as long as a submit can take.
    const timer = lane === "send" ? undefined : keepLease(job);
    try {
      await step();
    } catch (error) {
      log("step-failed", { jobId: job.id, status: job.status }, error);
      await keepStoring(() => postpone(job), {
        sleep,
        onFailure: (error) => log("step-not-postponed", { jobId: job.id }, error),
      });
    } finally {
      clearInterval(timer);
    }
  }

  return {
    run(job, lane, step) {
      const present = held.get(job.id);
      // Our own lease ran out while the machine slept: the step that has the job goes on.
      if (present) return present.ended;
      const ended = perform(job, lane, step)
        .catch((error) => log("step-not-stored", { jobId: job.id }, error))
        .finally(() => {
          held.delete(job.id);
          onStepEnded();
        });
      held.set(job.id, { lane, ended });
      return ended;
    },
    room: (lane) => LANES[lane] - stepsIn(lane).length,
    count: (lane) => stepsIn(lane).length,
    async settled(lane) {
      await Promise.all(stepsIn(lane).map((step) => step.ended));
    },
  };
}
