import { AppError } from "@/lib/errors";
import { type CancelJobDeps, cancelJob } from "./cancel-job";
import type { GroupView, JobStore } from "./ports";
import { isTerminal } from "./status";
import { cancelledAt } from "./transition-rules";

/** A job that is being sent can be cancelled only once it is answered: after each of these waits the group is looked at again. */
const LOOK_AGAIN_MS = [0, 500, 1_500];

/**
 * Cancels what of a group has not begun. The waiting jobs go first and all at once, so that none of them is sent while upstream is
 * asked about the queued ones. `notCancellable` jobs go on; those that had ended are counted nowhere.
 * @throws AppError `notFound`
 */
export async function cancelGroup(
  id: string,
  deps: CancelJobDeps,
): Promise<{ cancelled: number; notCancellable: number }> {
  const { store, now, sleep } = deps;
  let cancelled = 0;
  for (const waitMs of LOOK_AGAIN_MS) {
    if (waitMs > 0) await sleep(waitMs);
    cancelled += await store.updateWaitingOfGroup(id, cancelledAt(now()));
    const { jobs } = await viewOf(id, store);
    cancelled += await cancelQueued(jobs, deps);
    // One that could not be sent waits again.
    if (!jobs.some(({ status }) => status === "submitting" || status === "waiting")) break;
  }
  const { jobs } = await viewOf(id, store);
  return { cancelled, notCancellable: jobs.filter(({ status }) => !isTerminal(status)).length };
}

async function viewOf(id: string, store: JobStore): Promise<GroupView> {
  const view = await store.viewGroup(id);
  if (!view) throw new AppError("notFound");
  return view;
}

async function cancelQueued(jobs: GroupView["jobs"], deps: CancelJobDeps): Promise<number> {
  const queued = jobs.filter(({ status }) => status === "queued");
  const outcomes = await Promise.all(queued.map(({ id }) => cancelJob(id, deps).catch(goesOn)));
  return outcomes.filter((outcome) => outcome === "cancelled").length;
}

/** Upstream does not answer, or the job was deleted meanwhile: the others are cancelled all the same. */
function goesOn(error: unknown): "notCancellable" {
  if (error instanceof AppError) return "notCancellable";
  throw error;
}
