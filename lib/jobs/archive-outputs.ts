import type { Asset } from "@/lib/storage/asset";
import { ArchiveError } from "./archive-error";
import type { Job } from "./job";
import { keepStoring } from "./keep-storing";
import { record, type StepDeps } from "./step";
import { transition } from "./transitions";

/**
 * Brings every output of a finished job into the file store, then stores the rows and `succeeded` in one transaction. A job has
 * all of its outputs or none: where one cannot be saved, the others are removed again and all are fetched later.
 */
export async function archiveOutputs(job: Job, deps: StepDeps): Promise<void> {
  const placed: Asset[] = [];
  try {
    for (const output of job.remoteOutputs) {
      const path = await deps.outputs.download(output, job.upstream);
      deps.reached("output-downloaded");
      placed.push(await deps.outputs.place(path, output));
      deps.reached("output-placed");
    }
  } catch (error) {
    await discard(placed, deps);
    if (!(error instanceof ArchiveError)) throw error;
    deps.log("archive-failed", { jobId: job.id, reason: error.reason });
    await record(job, { kind: "archiveFailed", reason: error.reason, message: error.message }, deps);
    return;
  }
  const patch = transition(job, { kind: "archived" }, deps.now());
  const expected = { status: job.status, owner: deps.owner };
  const isStored =
    patch !== undefined &&
    (await keepStoring(() => deps.store.storeOutputs(job.id, placed, patch, expected), {
      sleep: deps.sleep,
      onFailure: (error) => deps.log("outputs-not-stored", { jobId: job.id }, error),
    }));
  if (isStored) deps.reached("job-succeeded");
  else if (!(await areNamed(placed, job, deps))) await discard(placed, deps);
}

/** A try that failed may have stored them all the same. */
async function areNamed(assets: readonly Asset[], job: Job, { store }: StepDeps): Promise<boolean> {
  const named = (await store.get(job.id))?.outputAssetIds ?? [];
  return assets.some((asset) => named.includes(asset.id));
}

async function discard(assets: readonly Asset[], { outputs, log }: StepDeps): Promise<void> {
  for (const asset of assets) {
    // A file that stays behind costs room, nothing else.
    await outputs.discard(asset).catch((error) => log("discard-failed", { fileKey: asset.fileKey }, error));
  }
}
