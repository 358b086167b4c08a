import { AppError } from "@/lib/errors";
import { type CancelJobDeps, cancelJob } from "./cancel-job";
import { isTerminal } from "./status";

/**
 * Deletes a job for the user; its files and its row stay. One that has not begun is cancelled first; one that is being made is not
 * deleted, because it goes on and may cost.
 * @throws AppError `notFound`, `conflict` while the job is being made
 */
export async function removeJob(id: string, deps: CancelJobDeps): Promise<void> {
  const { store, now } = deps;
  const found = await store.get(id);
  if (found && !isTerminal(found.status)) await cancelJob(id, deps);
  const job = await store.get(id);
  if (!job) throw new AppError("notFound");
  const isRemoved = isTerminal(job.status) && (await store.update(id, { deletedAtMs: now() }, { status: job.status }));
  if (!isRemoved) throw new AppError("conflict", { reason: "beingMade" });
}
