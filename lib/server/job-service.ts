import type { WireGroup, WireJob, WireJobList, WireJobModel } from "@/lib/api/contract";
import type { Locale } from "@/lib/i18n/locales";
import { cancelGroup } from "@/lib/jobs/cancel-group";
import { type CancelledOrNot, cancelJob } from "@/lib/jobs/cancel-job";
import type { JobQuery } from "@/lib/jobs/list-query";
import { lookAgain } from "@/lib/jobs/look-again";
import { readGroup } from "@/lib/jobs/read-group";
import { listJobs, type ReadJobsDeps, readJob } from "@/lib/jobs/read-jobs";
import { readNeighbours } from "@/lib/jobs/read-neighbours";
import { removeJob } from "@/lib/jobs/remove-job";
import { type NewGroup, submitGroup } from "@/lib/jobs/submit-group";
import { type NewJob, type SubmitJobDeps, submitJob } from "@/lib/jobs/submit-job";
import { createUsualTimes } from "@/lib/jobs/usual-time";
import { type CountedSubmitDeps, countedSubmit } from "./counted-submit";
import type { ModelVersions } from "./model-versions";
import type { Models } from "./models";

/** What can be done with jobs; see the use-cases in `lib/jobs` for what each guarantees and throws. */
export type JobService = {
  readJob(id: string, locale: Locale): Promise<WireJob | undefined>;
  /** The model that it was made with; undefined where there is no such job, or nothing of its model is known any more. */
  readJobModel(id: string, locale: Locale): Promise<WireJobModel | undefined>;
  readNeighbours(id: string): Promise<{ newer?: string; older?: string }>;
  listJobs(query: JobQuery, locale: Locale): Promise<WireJobList>;
  /** `client` is whom the jobs are counted for. @throws AppError `tooMany`, `stopping` */
  submitJob(request: NewJob, client: string): Promise<{ id: string; isNew: boolean }>;
  cancelJob(id: string): Promise<CancelledOrNot>;
  lookAgain(id: string): Promise<{ asked: boolean }>;
  removeJob(id: string): Promise<void>;
  readGroup(id: string, locale: Locale): Promise<WireGroup | undefined>;
  submitGroup(request: NewGroup, client: string): Promise<{ id: string; isNew: boolean }>;
  cancelGroup(id: string): Promise<{ cancelled: number; notCancellable: number }>;
};

/** `wake` lets the reconciler look at once. */
export function createJobService(
  deps: Omit<SubmitJobDeps, "fieldsOf" | "priceOf" | "modelIds" | "keepVersion"> &
    Pick<CountedSubmitDeps, "limits" | "isStopping">,
  { models, versions, wake }: { models: Models; versions: ModelVersions; wake: () => void },
): JobService {
  const submitting: SubmitJobDeps = {
    ...deps,
    fieldsOf: models.fieldsOf,
    priceOf: models.priceOf,
    modelIds: models.ids,
    keepVersion: versions.keepVersion,
  };
  const reading: ReadJobsDeps = {
    store: deps.store,
    usualTimes: createUsualTimes(deps.store, deps.now),
    modelName: models.modelName,
  };
  const waking = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      wake();
    }
  };

  return {
    readJob: (id, locale) => readJob(id, locale, reading),
    async readJobModel(id, locale) {
      const job = await deps.store.get(id);
      return job && versions.readJobModel(job, locale);
    },
    readNeighbours: (id) => readNeighbours(id, deps.store),
    listJobs: (query, locale) => listJobs(query, locale, reading),
    submitJob: (request, client) =>
      countedSubmit({ ...request, client, kind: "job", jobs: 1 }, () => submitJob(request, submitting), deps),
    cancelJob: (id) => waking(cancelJob(id, deps)),
    lookAgain: (id) => waking(lookAgain(id, deps)),
    removeJob: (id) => waking(removeJob(id, deps)),
    readGroup: (id, locale) => readGroup(id, locale, reading),
    submitGroup: (request, client) => {
      const asked = { ...request, client, kind: "group" as const, jobs: request.inputs.length };
      return waking(countedSubmit(asked, () => submitGroup(request, submitting), deps));
    },
    cancelGroup: (id) => waking(cancelGroup(id, deps)),
  };
}
