import type { WireJob, WireJobList } from "@/lib/api/contract";
import type { Locale } from "@/lib/i18n/locales";
import { jobToWire } from "./job-wire";
import { type JobQuery, listQueryOf, sortedCursorAfter, sortOf } from "./list-query";
import type { JobStore, JobView } from "./ports";
import { isTerminal } from "./status";
import { type UsualTimes, usualKey } from "./usual-time";

export type ReadJobsDeps = {
  store: JobStore;
  usualTimes: UsualTimes;
  /** A model's name, or undefined where the model is gone. */
  modelName: (modelId: string, locale: Locale) => string | undefined;
};

const DEFAULT_LIMIT = 50;

/** One job as it is shown, or undefined where there is none. One query, and one for its outputs when it has succeeded. */
export async function readJob(id: string, locale: Locale, deps: ReadJobsDeps): Promise<WireJob | undefined> {
  const view = await deps.store.view(id);
  if (!view) return undefined;
  // Not asked for at an end: most reads are of jobs that are done.
  const usual = isTerminal(view.job.status) ? undefined : await deps.usualTimes.of([view.job]);
  return toWire(view, usual, { locale, deps });
}

/**
 * One page of jobs with the word that leads to the next one.
 * @throws AppError `invalidRequest` for a wrong parameter
 */
export async function listJobs(query: JobQuery, locale: Locale, deps: ReadJobsDeps): Promise<WireJobList> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  // One row more than asked for tells whether there is another page.
  const views = await deps.store.list({ ...listQueryOf({ ...query, limit }), limit: limit + 1 });
  const page = views.slice(0, limit);
  const usual = await deps.usualTimes.of(page.map(({ job }) => job));
  const last = page.at(-1);
  return {
    jobs: page.map((view) => toWire(view, usual, { locale, deps })),
    nextCursor: views.length > limit && last ? sortedCursorAfter(last, sortOf(query)) : null,
  };
}

function toWire(
  view: JobView,
  usual: ReadonlyMap<string, number> | undefined,
  { locale, deps }: { locale: Locale; deps: ReadJobsDeps },
): WireJob {
  const { modelId } = view.job;
  const modelName = deps.modelName(modelId, locale) ?? modelId;
  return jobToWire(view, { modelName, usualMs: usual?.get(usualKey(view.job)) });
}
