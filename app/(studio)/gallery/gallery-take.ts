import type { GalleryTake } from "@/components/gallery/take";
import { isActive } from "@/components/jobs/job-status";
import { ratioOf } from "@/components/jobs/ratio";
import type { WireJob, WireJobList } from "@/lib/api/contract";
import { promptStart } from "@/lib/prompt/prompt-start";

export type GalleryPage = { takes: GalleryTake[]; nextCursor: string | null };

export function pageOf({ jobs, nextCursor }: WireJobList): GalleryPage {
  return { takes: jobs.map(takeOf), nextCursor };
}

/** Every name once in memory, however many takes have it. */
const names = new Map<string, string>();

/** What the gallery keeps of a job: of its input, how the prompt begins. */
export function takeOf(job: WireJob): GalleryTake {
  const output = job.outputs[0];
  return {
    id: job.id,
    modelId: once(job.modelId),
    modelName: once(job.modelName),
    prompt: promptStart(job.input.prompt),
    upstream: job.upstream,
    status: job.status,
    ratio: ratioOf(job),
    createdAt: job.createdAt,
    kind: output?.kind,
    url: output?.url,
    posterUrl: output?.posterUrl ?? (output?.kind === "image" ? output.url : undefined),
    durationMs: output?.durationMs ?? undefined,
    favourite: job.favourite,
    rating: job.rating,
    groupId: job.groupId,
    canDelete: job.actions.canDelete,
    canShare: job.actions.canShare,
    going: isActive(job) ? { ...job, input: {} } : undefined,
  };
}

function once(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, name);
  return name;
}
