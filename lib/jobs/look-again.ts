import { AppError } from "@/lib/errors";
import { cannotBeAsked } from "./actions";
import type { JobStore } from "./ports";
import { transition } from "./transitions";

/**
 * Takes up a job again whose fate is not known (with the request id that upstream gave) or whose output was not saved. It is read
 * again, never sent again. `asked` is false where upstream gave no id: then nothing changes, and only the account tells what became
 * of it. The caller wakes the reconciler.
 * @throws AppError `notFound`, `conflict` where there is nothing to look at
 */
export async function lookAgain(
  id: string,
  { store, now }: { store: JobStore; now: () => number },
): Promise<{ asked: boolean }> {
  const job = await store.get(id);
  if (!job) throw new AppError("notFound");
  if (cannotBeAsked(job)) return { asked: false };
  const patch = transition(job, { kind: "lookAgain" }, now());
  if (!patch || !(await store.update(id, patch, { status: job.status }))) {
    throw new AppError("conflict", { reason: "nothingToLookAt" });
  }
  return { asked: true };
}
