import type { WireProblem } from "@/lib/api/contract";
import type { AppError, ErrorCode, RequestIssue } from "@/lib/errors";
import type { Translator } from "@/lib/i18n/translator";

/** The one place that decides how a failure is answered; its words are the messages `problems.<code>`. */
const STATUS: Record<ErrorCode, { status: number; title: string }> = {
  invalidRequest: { status: 400, title: "Invalid request" },
  wrongHost: { status: 421, title: "Misdirected request" },
  otherSite: { status: 403, title: "Forbidden" },
  passwordMissing: { status: 403, title: "Forbidden" },
  signInNeeded: { status: 401, title: "Unauthorized" },
  notAllowed: { status: 403, title: "Forbidden" },
  invalidInput: { status: 422, title: "Invalid input" },
  notFound: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Conflict" },
  notAModel: { status: 422, title: "Not a model" },
  tooLarge: { status: 413, title: "Too large" },
  unsupportedType: { status: 415, title: "Unsupported type" },
  unreadableFile: { status: 422, title: "Unreadable file" },
  rangeNotSatisfiable: { status: 416, title: "Range not satisfiable" },
  tooMany: { status: 429, title: "Too many requests" },
  storageFull: { status: 507, title: "Storage full" },
  noRoom: { status: 507, title: "No room for a result" },
  quotaFull: { status: 507, title: "Quota full" },
  // Not 402: the service answers that where the balance of the account is too low.
  spendingCap: { status: 409, title: "Spending cap" },
  folderGone: { status: 503, title: "Data folder gone" },
  databaseBusy: { status: 503, title: "Database busy" },
  stopping: { status: 503, title: "Stopping" },
  databaseDamaged: { status: 503, title: "Database damaged" },
  notWritable: { status: 503, title: "Data folder not writable" },
  internal: { status: 500, title: "Internal error" },
};

export type Problem = Pick<AppError, "code" | "facts" | "issues">;

/**
 * True for an AppError of any copy of the class: the server's bundles each have their own, so that `instanceof` does not tell.
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && String(error.code) in STATUS;
}

/** For what is told as plain text. */
export function statusOf({ code }: Pick<AppError, "code">): number {
  return STATUS[code].status;
}

/** Not the caller's: it belongs into the log. */
export function isOwnFault(error: unknown): boolean {
  return !isAppError(error) || STATUS[error.code].status >= 500;
}

/** RFC 9457 problem details, in the language of the request. */
export function problemResponse(problem: Problem, context: { requestId: string; t: Translator }): Response {
  const { code, facts } = problem;
  const { status, title } = STATUS[code];
  const body: WireProblem = {
    type: "about:blank",
    title,
    status,
    code,
    detail: context.t(`problems.${code}`, facts),
    requestId: context.requestId,
    ...(problem.issues.length > 0 && { errors: problem.issues.map((issue) => fieldError(issue, context.t)) }),
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (facts.retryAfterS !== undefined) headers.set("retry-after", String(facts.retryAfterS));
  return new Response(JSON.stringify(body), { status, headers });
}

function fieldError({ field, code, params }: RequestIssue, t: Translator) {
  return { field, code, params, message: t(`issues.${code}`, { ...params, field }) };
}
