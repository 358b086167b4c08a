import type { Locale } from "@/lib/i18n/locales";
import type { JobStore } from "@/lib/jobs/ports";
import { takeName } from "@/lib/media/take-name";
import type { Asset } from "@/lib/storage/asset";
import type { AssetStore } from "@/lib/storage/ports";
import type { Models } from "./models";

/** What a downloaded file is called where it has no name of its own: after its take, if it is one's output. */
export type TakeFileNames = (asset: Asset, locale: Locale) => Promise<string | undefined>;

export function createTakeFileNames(deps: {
  jobs: Pick<JobStore, "get">;
  assets: AssetStore;
  models: Models;
}): TakeFileNames {
  return async (asset, locale) => {
    if (asset.name !== undefined || asset.origin !== "output") return asset.name;
    const jobId = await deps.assets.jobIdOf(asset.id);
    const job = jobId === undefined ? undefined : await deps.jobs.get(jobId);
    if (!job) return undefined;
    const modelName = deps.models.modelName(job.modelId, locale) ?? job.modelId;
    return takeName({ ...job, modelName, createdAt: new Date(job.createdAtMs).toISOString() });
  };
}
