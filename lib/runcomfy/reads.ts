import type { ReadFailure } from "@/lib/jobs/upstream";
import { statusOfErrorCode } from "./errors";
import { describe } from "./interpret";
import type { ServiceAnswer } from "./wire";

const MAX_TRIES = 3;
const BASE_WAIT_MS = 300;
/** A longer Retry-After is told to the caller instead of waited for, so that one poll does not hold up the others. */
const MAX_WAIT_MS = 5_000;

export type Waiting = {
  sleep: (ms: number) => Promise<void>;
  /** At least 0, below 1. */
  random: () => number;
};
/** What came of asking once; `message` says why nothing was answered. */
export type Attempt = { kind: "answered"; answer: ServiceAnswer } | { kind: "unanswered"; message: string };

/**
 * Asks until `interpret` can use the answer, at most three times; only for requests that may be repeated. Repeated are attempts
 * without a readable answer, 5xx, 408 and 429: after 0.15 to 0.3 s, then 0.3 to 0.6 s, or after the Retry-After where that is longer.
 */
export async function readWithRetries<T>(
  ask: () => Promise<Attempt>,
  interpret: (answer: ServiceAnswer) => T | undefined,
  { sleep, random }: Waiting,
): Promise<T | ReadFailure> {
  for (let tries = 1; ; tries++) {
    const attempt = await ask();
    const outcome = attempt.kind === "answered" ? interpret(attempt.answer) : undefined;
    if (outcome !== undefined) return outcome;
    const failure = failureOf(attempt);
    const { retryAfterMs = 0 } = failure;
    if (tries === MAX_TRIES || !isTransient(attempt) || retryAfterMs > MAX_WAIT_MS) return failure;
    const backOffMs = BASE_WAIT_MS * 2 ** (tries - 1) * (0.5 + random() / 2);
    await sleep(Math.max(backOffMs, retryAfterMs));
  }
}

function failureOf(attempt: Attempt): ReadFailure {
  if (attempt.kind === "unanswered") return { kind: "unavailable", message: attempt.message, rateLimited: false };
  const { answer } = attempt;
  const failure: ReadFailure = {
    kind: "unavailable",
    message: describe(answer),
    rateLimited: statusOf(answer) === 429,
    answered: true,
  };
  return answer.retryAfterMs === undefined ? failure : { ...failure, retryAfterMs: answer.retryAfterMs };
}

function isTransient(attempt: Attempt): boolean {
  if (attempt.kind === "unanswered") return true;
  const status = statusOf(attempt.answer);
  return status < 300 || status === 408 || status === 429 || status >= 500;
}

function statusOf({ fault, httpStatus }: ServiceAnswer): number {
  return statusOfErrorCode(fault?.errorCode) ?? httpStatus;
}
