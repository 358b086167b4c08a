import { AppError, type RequestIssue } from "@/lib/errors";
import type { JobView } from "@/lib/jobs/ports";
import { MAX_PASSWORD_CHARS, MAX_SHARED_JOBS, MAX_TITLE_CHARS, MIN_PASSWORD_CHARS } from "./share";

export type NewShare = {
  jobIds: readonly string[];
  /** How many jobs there have to be at least: 2 for a comparison. */
  fewest: number;
  title?: string | undefined;
  expires: string;
  password?: string | undefined;
  shown: { prompt: boolean; settings: boolean; references: boolean; download: boolean };
};

/** Only what is done and stored can be shown. */
export function isShowable(view: JobView | undefined): view is JobView {
  return view?.job.status === "succeeded" && view.outputs.length > 0;
}

/** @throws AppError `invalidInput` naming every field that is wrong and its limit */
export function checkShare(
  { jobIds, fewest, title = "", password }: NewShare,
  given: { views: readonly (JobView | undefined)[]; endsAtMs: number | undefined; nowMs: number },
): void {
  const issues = [
    ...countIssues(jobIds.length, fewest),
    ...jobIssues(jobIds, given.views),
    ...(title.trim().length > MAX_TITLE_CHARS ? [tooLong("title", title.trim(), MAX_TITLE_CHARS)] : []),
    ...passwordIssues(password),
    ...momentIssues(given.endsAtMs, given.nowMs),
  ];
  if (issues.length > 0) throw new AppError("invalidInput", { count: issues.length }, { issues });
}

function countIssues(count: number, fewest: number): RequestIssue[] {
  if (count < fewest) return [{ field: "jobIds", code: "tooFew", params: { min: fewest } }];
  if (count > MAX_SHARED_JOBS) return [{ field: "jobIds", code: "tooMany", params: { max: MAX_SHARED_JOBS } }];
  return [];
}

function jobIssues(jobIds: readonly string[], views: readonly (JobView | undefined)[]): RequestIssue[] {
  return jobIds.flatMap((id, index): RequestIssue[] => {
    const field = `jobIds.${index}`;
    if (jobIds.indexOf(id) < index) return [{ field, code: "namedTwice", params: {} }];
    return isShowable(views[index]) ? [] : [{ field, code: "takeNotDone", params: {} }];
  });
}

function passwordIssues(password: string | undefined): RequestIssue[] {
  if (password === undefined) return [];
  if (password.length > MAX_PASSWORD_CHARS) return [tooLong("password", password, MAX_PASSWORD_CHARS)];
  if (password.length >= MIN_PASSWORD_CHARS) return [];
  return [{ field: "password", code: "tooShort", params: { length: password.length, min: MIN_PASSWORD_CHARS } }];
}

function momentIssues(endsAtMs: number | undefined, nowMs: number): RequestIssue[] {
  if (endsAtMs === undefined || endsAtMs > nowMs) return [];
  return [{ field: "expires", code: "momentPassed", params: { now: new Date(nowMs).toISOString() } }];
}

function tooLong(field: string, value: string, max: number): RequestIssue {
  return { field, code: "tooLong", params: { length: value.length, max } };
}
