import { settingsTags } from "@/lib/gallery/settings-tags";
import type { Locale } from "@/lib/i18n/locales";
import type { JobStore } from "@/lib/jobs/ports";
import { takeName } from "@/lib/media/take-name";
import type { Asset } from "@/lib/storage/asset";
import type { AssetStore, FileTags } from "@/lib/storage/ports";
import type { Models } from "./models";

/** What a downloaded file is called where it has no name of its own, and carries: those of its take, if it is one's output. */
export type TakeFiles = (asset: Asset, locale: Locale) => Promise<{ name?: string; tags?: FileTags }>;

export function createTakeFiles(deps: { jobs: Pick<JobStore, "get">; assets: AssetStore; models: Models }): TakeFiles {
  return async (asset, locale) => {
    const own = asset.name === undefined ? {} : { name: asset.name };
    if (asset.origin !== "output") return own;
    const jobId = await deps.assets.jobIdOf(asset.id);
    const job = jobId === undefined ? undefined : await deps.jobs.get(jobId);
    if (!job) return own;
    const modelName = deps.models.modelName(job.modelId, locale) ?? job.modelId;
    const name = takeName({ ...job, modelName, createdAt: new Date(job.createdAtMs).toISOString() });
    return { name, ...own, tags: settingsTags(job, name) };
  };
}
