import { AppError } from "@/lib/errors";
import { isCancellable } from "./actions";
import { lookAt } from "./follow-job";
import type { Job } from "./job";
import type { JobStore, UpstreamLinks } from "./ports";
import { transition } from "./transitions";
import type { Upstream } from "./upstream";

export type CancelJobDeps = {
  store: JobStore;
  links: UpstreamLinks;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
};
export type CancelledOrNot = "cancelled" | "notCancellable";

/** Where upstream only says that it will try to cancel, its status is asked after each of these waits. */
const ASK_AGAIN_MS = [0, 500, 1_500];

/**
 * Cancels a job that has not begun. A waiting one was never sent; for a queued one upstream decides, and nothing is cancelled here
 * that goes on there. Where the job changes at the same moment, what stands in the database holds.
 * @throws AppError `notFound`, `conflict` where upstream cannot be asked
 */
export async function cancelJob(id: string, deps: CancelJobDeps): Promise<CancelledOrNot> {
  for (;;) {
    const job = await deps.store.get(id);
    if (!job) throw new AppError("notFound");
    if (job.status === "cancelled") return "cancelled";
    if (!isCancellable(job.status)) return "notCancellable";
    if (job.status === "queued" && !(await isCancelledUpstream(job, deps))) return "notCancellable";
    // A write that finds another status than this one was overtaken: look again.
    if (await setCancelled(job, deps)) return "cancelled";
  }
}

async function setCancelled(job: Job, { store, now }: CancelJobDeps): Promise<boolean> {
  const patch = transition(job, { kind: "cancelled" }, now());
  return patch !== undefined && store.update(job.id, patch, { status: job.status });
}

async function isCancelledUpstream(job: Job, { links, sleep }: CancelJobDeps): Promise<boolean> {
  const api = links[job.upstream]?.api;
  if (!api || job.requestId === undefined) throw unreachable();
  const outcome = await api.cancel(job.requestId);
  switch (outcome.kind) {
    case "cancelled":
      return true;
    case "notCancellable":
    // Polling finds out what became of it.
    case "gone":
      return false;
    case "requested":
      return becomesCancelled(job.requestId, api, sleep);
    case "unavailable":
      throw unreachable();
  }
}

async function becomesCancelled(requestId: string, api: Upstream, sleep: CancelJobDeps["sleep"]): Promise<boolean> {
  for (const waitMs of ASK_AGAIN_MS) {
    if (waitMs > 0) await sleep(waitMs);
    const event = await lookAt(requestId, api);
    if (event.kind === "cancelled") return true;
    if (event.kind !== "queued") return false;
  }
  return false;
}

function unreachable(): AppError {
  return new AppError("conflict", { reason: "noAnswer" });
}
