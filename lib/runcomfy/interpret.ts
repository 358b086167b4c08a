import { costOf, type JobError } from "@/lib/jobs/job";
import type { CancelOutcome, ResultOutcome, StatusOutcome, SubmitOutcome } from "@/lib/jobs/upstream";
import { jobErrorCode, type ServiceFault, statusOfErrorCode } from "./errors";
import { collectOutputs } from "./outputs";
import type { ServiceAnswer } from "./wire";
import { meaningOf } from "./words";

/** When a submit may be tried again where the service does not say, and the least time in any case. */
export const DEFAULT_RETRY_MS = 5_000;
const MIN_RETRY_MS = 1_000;

/** Seen in the service's clients, undocumented: what it answers to a result that is not there yet. */
const NOT_READY = "400005";

/**
 * What a submit's answer means for the money. Only a 4xx, as status or as error code, says that no job was made, and only where
 * nothing else speaks of one. A success with an id is a job, whatever stands beside it: to ask about one that is none costs
 * nothing. A 5xx, a 408, a redirect or a success without an id says nothing, and the job may exist and cost.
 */
export function interpretSubmit(answer: ServiceAnswer): SubmitOutcome {
  const { fault, requestId, oddId } = answer;
  const refusal = fault && interpretRefusal(fault, answer.retryAfterMs);
  if (refusal && !speaksOfJob(answer, refusal)) return refusal;
  if (requestId !== undefined && isSuccess(answer.httpStatus)) {
    return { kind: "accepted", requestId, queued: (meaningOf(answer.word) ?? "queued") === "queued" };
  }
  const message = oddId === undefined ? describe(answer) : `${describe(answer)} (request_id: ${oddId})`;
  return { kind: "unknown", message, ...(requestId !== undefined && { requestId }) };
}

/** An id alone may be the trace of a request that was refused, but only where one of the documented codes says so. */
function speaksOfJob({ fault, requestId, oddId, hasAddress, word }: ServiceAnswer, refusal: SubmitOutcome): boolean {
  const meaning = meaningOf(word);
  if (hasAddress || (meaning !== undefined && meaning !== "failed")) return true;
  if (requestId === undefined && oddId === undefined) return false;
  return refusal.kind !== "refused" || statusOfErrorCode(fault?.errorCode) === undefined;
}

function interpretRefusal(fault: ServiceFault, retryAfterMs = DEFAULT_RETRY_MS): SubmitOutcome {
  const statuses = [fault.httpStatus, statusOfErrorCode(fault.errorCode) ?? 400];
  const isRefusal = statuses.every((status) => isSuccess(status) || (status >= 400 && status < 500 && status !== 408));
  if (!isRefusal) return { kind: "unknown", message: describeFault(fault) };
  if (statuses.includes(429)) {
    const waitMs = Math.max(retryAfterMs, MIN_RETRY_MS);
    return { kind: "notSent", reason: "rateLimited", retryAfterMs: waitMs, message: describeFault(fault) };
  }
  return { kind: "refused", error: jobError(fault) };
}

/** Undefined where the answer does not say how the request stands; so for the next two. */
export function interpretStatus(answer: ServiceAnswer, requestId: string): StatusOutcome | undefined {
  const { word } = answer;
  const meaning = meaningOf(word);
  if (word !== undefined && isEnd(meaning) && speaksOf(answer, requestId)) {
    // A failure too is the result's to say.
    return meaning === "cancelled" ? { kind: "cancelled", word } : { kind: "ended", word };
  }
  if (isGone(answer)) return { kind: "gone", message: messageOf(answer) };
  if (answer.fault?.errorCode === NOT_READY) return { kind: "other", word: "not ready" };
  if (answer.fault || answer.flaw !== undefined) return undefined;
  if (word === undefined) return hasFailed(answer, requestId) ? { kind: "ended", word: "error" } : undefined;
  if (meaning === "running") return { kind: "running", word };
  if (meaning === undefined) return { kind: "other", word };
  const { queuePosition: position } = answer;
  return position === undefined ? { kind: "queued", word } : { kind: "queued", position, word };
}

export function interpretResult(answer: ServiceAnswer, requestId: string): ResultOutcome | undefined {
  const meaning = meaningOf(answer.word);
  if (isEnd(meaning) && speaksOf(answer, requestId)) {
    if (meaning === "cancelled") return { kind: "cancelled", ...costOf(answer) };
    return meaning === "failed"
      ? { kind: "failed", error: failureOf(answer), ...costOf(answer) }
      : { ...interpretEnd(answer), ...costOf(answer) };
  }
  if (isGone(answer)) return { kind: "gone", message: messageOf(answer) };
  if (answer.fault?.errorCode === NOT_READY) return { kind: "notReady", state: "unknown" };
  if (answer.fault || answer.flaw !== undefined) return undefined;
  if (meaning === "queued" || meaning === "running") return { kind: "notReady", state: meaning };
  // Documented: there is an output only where the request has succeeded, so a word that nobody knows does not hide it.
  const outputs = collectOutputs(answer.output);
  if (outputs.length > 0) return { kind: "succeeded", outputs, ...costOf(answer) };
  if (answer.word !== undefined) return { kind: "notReady", state: "unknown" };
  return hasFailed(answer, requestId) ? { kind: "failed", error: failureOf(answer) } : undefined;
}

/** `completed` only says that it no longer runs: without an output it has not succeeded. */
function interpretEnd(answer: ServiceAnswer): Extract<ResultOutcome, { kind: "succeeded" | "failed" }> {
  const outputs = collectOutputs(answer.output);
  if (outputs.length > 0) return { kind: "succeeded", outputs };
  if (answer.fault || answer.failureText !== "") return { kind: "failed", error: failureOf(answer) };
  return { kind: "failed", error: { code: "noOutput", message: "" } };
}

/** The outcome decides; the status beside it is documented as unreliable. */
export function interpretCancel(answer: ServiceAnswer): CancelOutcome | undefined {
  if (isGone(answer)) return { kind: "gone", message: messageOf(answer) };
  if (answer.fault || answer.flaw !== undefined) return undefined;
  switch (answer.cancelOutcome) {
    case "cancelled":
    case "canceled":
      return { kind: "cancelled" };
    case "not_cancellable":
      return { kind: "notCancellable" };
    default:
      // `cancellation_requested`, or a word nobody knows: the status tells what came of it.
      return { kind: "requested" };
  }
}

/** One line on an answer that could not be used. */
export function describe(answer: ServiceAnswer): string {
  if (answer.fault) return describeFault(answer.fault);
  return `HTTP ${answer.httpStatus}: ${answer.flaw ?? "the answer does not say what was asked"}`;
}

function describeFault({ httpStatus, errorCode, message }: ServiceFault): string {
  const head = errorCode === undefined ? `HTTP ${httpStatus}` : `HTTP ${httpStatus}, ${errorCode}`;
  return message === "" ? head : `${head}: ${message}`;
}

function jobError(fault: ServiceFault): JobError {
  const { message, field, issues } = fault;
  return {
    code: jobErrorCode(fault),
    message,
    ...(field !== undefined && { field }),
    ...(issues && { issues }),
  };
}

/** Why a job failed. An error code in such an answer is about the job. */
function failureOf({ fault, failureText }: ServiceAnswer): JobError {
  if (!fault) return { code: "upstreamFailed", message: failureText };
  return { ...jobError(fault), message: fault.message || failureText };
}

/**
 * Only the service's own 404 code means that it does not know the request: a bare 404 may come from anything on the way, and a
 * job must not be given up for that.
 */
function isGone({ fault }: ServiceAnswer): boolean {
  return statusOfErrorCode(fault?.errorCode) === 404;
}

function messageOf({ fault }: ServiceAnswer): string {
  return fault?.message ?? "";
}

/** An end is believed in a successful answer, and in an error answer only where it names the request. */
function speaksOf(answer: ServiceAnswer, requestId: string): boolean {
  return isSuccess(answer.httpStatus) || answer.requestId === requestId;
}

/** An error beside the request's id and without a status word is the job's own; without the id it is the answer's. */
function hasFailed(answer: ServiceAnswer, requestId: string): boolean {
  return answer.failureText !== "" && answer.requestId === requestId;
}

function isEnd(meaning: ReturnType<typeof meaningOf>): boolean {
  return meaning === "ended" || meaning === "failed" || meaning === "cancelled";
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
