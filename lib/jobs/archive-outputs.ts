import type { Asset } from "@/lib/storage/asset";
import { ArchiveError } from "./archive-error";
import type { ArchiveFailure, JobEvent } from "./event";
import type { Job, RemoteOutput } from "./job";
import { keepStoring } from "./keep-storing";
import { archiveRetryDelayMs } from "./schedule";
import { record, type StepDeps } from "./step";
import { transition } from "./transitions";

/** Where one cannot be saved, the reason that leaves the most hope decides when all are fetched again. */
const BY_HOPE = ["unavailable", "noMedia", "unusable", "refused"] as const satisfies readonly ArchiveFailure[];

type Placed = { output: RemoteOutput; asset: Asset };

/**
 * Brings every output of a finished job into the file store, then stores the rows and `succeeded` in one transaction. Where one
 * cannot be saved, the others are removed again and all are fetched later; only at giving up those that came are kept.
 */
export async function archiveOutputs(job: Job, deps: StepDeps): Promise<void> {
  const placed: Placed[] = [];
  let failures: ArchiveError[];
  try {
    failures = await placeAll(job, placed, deps);
  } catch (error) {
    await discard(placed, deps);
    throw error;
  }
  const event = eventOf(job, placed, failures);
  const patch = transition(job, event, deps.now());
  if (event.kind === "archiveFailed") deps.log("archive-failed", { jobId: job.id, reason: event.reason });
  if (patch?.status === "succeeded") await storePlaced(job, { placed, patch }, deps);
  else {
    await discard(placed, deps);
    await record(job, event, deps);
  }
}

/** Adds what came to `placed`, and gives why the others did not. */
async function placeAll(job: Job, placed: Placed[], deps: StepDeps): Promise<ArchiveError[]> {
  const failures: ArchiveError[] = [];
  const isLastTry = (reason: ArchiveFailure) => archiveRetryDelayMs(job.attempts + 1, reason) === undefined;
  for (const output of job.remoteOutputs) {
    try {
      const path = await deps.outputs.download(output, job.upstream);
      deps.reached("output-downloaded");
      placed.push({ output, asset: await deps.outputs.place(path, output, isLastTry) });
      deps.reached("output-placed");
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      failures.push(error);
      // All are fetched again, so that the others can wait.
      if (error.reason === "unavailable" && !isLastTry("unavailable")) break;
    }
  }
  return failures;
}

function eventOf(job: Job, placed: readonly Placed[], failures: readonly ArchiveError[]): JobEvent {
  const reason = BY_HOPE.find((hope) => failures.some((failure) => failure.reason === hope));
  if (reason === undefined) return { kind: "archived" };
  const missing = job.remoteOutputs.filter((output) => !placed.some((one) => one.output === output));
  const message = [...new Set(failures.map((failure) => failure.message))].join("; ");
  return { kind: "archiveFailed", reason, message, placed: placed.length, missing };
}

async function storePlaced(
  job: Job,
  { placed, patch }: { placed: readonly Placed[]; patch: NonNullable<ReturnType<typeof transition>> },
  deps: StepDeps,
): Promise<void> {
  const assets = placed.map(({ asset }) => asset);
  const expected = { status: job.status, owner: deps.owner };
  const isStored = await keepStoring(() => deps.store.storeOutputs(job.id, assets, patch, expected), {
    sleep: deps.sleep,
    onFailure: (error) => deps.log("outputs-not-stored", { jobId: job.id }, error),
  });
  if (isStored) deps.reached("job-succeeded");
  else if (!(await areNamed(assets, job, deps))) await discard(placed, deps);
}

/** A try that failed may have stored them all the same. */
async function areNamed(assets: readonly Asset[], job: Job, { store }: StepDeps): Promise<boolean> {
  const named = (await store.get(job.id))?.outputAssetIds ?? [];
  return assets.some((asset) => named.includes(asset.id));
}

async function discard(placed: readonly Placed[], { outputs, log }: StepDeps): Promise<void> {
  for (const { asset } of placed) {
    // A file that stays behind costs room, nothing else.
    await outputs.discard(asset).catch((error) => log("discard-failed", { fileKey: asset.fileKey }, error));
  }
}
