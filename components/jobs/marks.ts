import type { WireJob, WireJobList } from "@/lib/api/contract";
import type { WireJobMarks } from "@/lib/api/gallery-contract";

/** The take as it is with these marks; a rating of null takes its stars away. */
export function withMarks(job: WireJob, { rating, ...marks }: WireJobMarks): WireJob {
  const { rating: _, ...unrated } = job;
  if (rating === undefined) return { ...job, ...marks };
  return { ...unrated, ...marks, ...(rating === null ? {} : { rating }) };
}

/** What these marks replace, to take them back. */
export function marksBefore(job: WireJob, marks: WireJobMarks): WireJobMarks {
  return {
    ...("rating" in marks && { rating: job.rating ?? null }),
    ...("favourite" in marks && { favourite: job.favourite ?? false }),
    ...("note" in marks && { note: job.note ?? "" }),
  };
}

/** The list with one take marked. */
export function withMarked(list: WireJobList, id: string, marks: WireJobMarks): WireJobList {
  return { ...list, jobs: list.jobs.map((job) => (job.id === id ? withMarks(job, marks) : job)) };
}
