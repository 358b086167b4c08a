import type { Job } from "@/lib/jobs/job";
import { type TakeSettings, withoutEmbeddedFiles } from "@/lib/media/take-settings";
import type { FileTags } from "@/lib/storage/ports";

/** The settings of a take as tags of its video: what rebuilds the composer, and nothing of the service, its price or this machine. */
export function settingsTags(job: Job, title: string): FileTags {
  const settings: TakeSettings = {
    dailies: 1,
    modelId: job.modelId,
    input: withoutEmbeddedFiles(job.input),
    jobId: job.id,
    upstream: job.upstream,
    createdAt: new Date(job.createdAtMs).toISOString(),
  };
  return { title, comment: JSON.stringify(settings), tool: "Dailies" };
}
