import { AppError } from "@/lib/errors";
import { cannotBeAsked } from "./actions";
import type { Job, RemoteOutput } from "./job";
import type { JobStore, UpstreamLinks } from "./ports";
import { transition } from "./transitions";

type LookAgainDeps = { store: JobStore; links: UpstreamLinks; now: () => number };

/**
 * Takes up a job again that failed or whose fate is not known (with the request id that upstream gave), or whose output was not
 * saved. It is read again, never sent again. `asked` is false where upstream gave no id: then nothing changes, and only the account tells what became
 * of it. The caller wakes the reconciler.
 * @throws AppError `notFound`, `conflict` where there is nothing to look at
 */
export async function lookAgain(id: string, { store, links, now }: LookAgainDeps): Promise<{ asked: boolean }> {
  const job = await store.get(id);
  if (!job) throw new AppError("notFound");
  if (cannotBeAsked(job)) return { asked: false };
  const outputs = await presentOutputs(job, links);
  const patch = transition(job, { kind: "lookAgain", ...(outputs && { outputs }) }, now());
  if (!patch || !(await store.update(id, patch, { status: job.status }))) {
    throw new AppError("conflict", { reason: "nothingToLookAt" });
  }
  return { asked: true };
}

/**
 * Addresses expire: those of an output that was not saved may be others by now. Where some were saved only the missing ones are given,
 * each at the address that now names the same file; where none does, at the one it had.
 */
async function presentOutputs(
  { upstream, requestId, error, remoteOutputs }: Job,
  links: UpstreamLinks,
): Promise<RemoteOutput[] | undefined> {
  const someCame = error?.code === "outputsMissing";
  if (!(someCame || error?.code === "archiveFailed") || requestId === undefined) return undefined;
  const result = await links[upstream]?.api.result(requestId);
  if (result?.kind !== "succeeded" || result.outputs.length === 0) return undefined;
  return someCame ? remoteOutputs.map((old) => presentOf(old, result.outputs)) : result.outputs;
}

function presentOf(old: RemoteOutput, outputs: readonly RemoteOutput[]): RemoteOutput {
  const [found, ...others] = outputs.filter(({ url }) => fileOf(url) === fileOf(old.url));
  return found && others.length === 0 ? found : old;
}

/** Without the query, where a signature is that expires. */
function fileOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
