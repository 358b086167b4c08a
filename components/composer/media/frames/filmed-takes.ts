import type { WireJob, WireJobList, WireOutput } from "@/lib/api/contract";

/** A take with a video to take a frame from. */
export type FilmedTake = { job: WireJob; output: WireOutput };

export function filmedTakes({ jobs }: WireJobList): FilmedTake[] {
  return jobs.flatMap((job) => job.outputs.filter(({ kind }) => kind === "video").map((output) => ({ job, output })));
}
