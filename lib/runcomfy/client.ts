import { setTimeout as pause } from "node:timers/promises";
import type { Upstream } from "@/lib/jobs/upstream";
import { requestAddress, submitAddress } from "./addresses";
import type { ApiKey } from "./api-key";
import { exchange, type HttpRequest, type UpstreamFetch } from "./http";
import { DEFAULT_RETRY_MS, interpretCancel, interpretResult, interpretStatus, interpretSubmit } from "./interpret";
import { type Attempt, readWithRetries } from "./reads";
import { readServiceAnswer } from "./wire";

/** As seen in the service's clients; the connection's own 10 s belong to `createHttpFetch`. */
const SUBMIT_MS = 90_000;
const READ_MS = 20_000;
const MAX_ANSWER_BYTES = 1_000_000;

export type RuncomfyClientOptions = {
  /** Scheme, host and, where there is one, a path before `/v1`. */
  baseUrl: string;
  /** Absent: no Authorization header is sent. */
  key?: ApiKey | undefined;
  fetch: UpstreamFetch;
  /** Milliseconds since 1970, for a Retry-After that is a date. */
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
  random?: () => number;
  /** Each for one whole exchange: 90 s and 20 s. */
  timeouts?: { submitMs?: number; readMs?: number };
};

/**
 * The service over its HTTP protocol. A submit is one POST and no more: trying again is the caller's, and only after `notSent`.
 * Status, result and cancel (which changes nothing the second time) are tried up to three times. No outcome holds the key.
 */
export function createRuncomfyClient(options: RuncomfyClientOptions): Upstream {
  const { baseUrl, key, now = Date.now, sleep = (ms) => pause(ms), random = Math.random } = options;
  const { submitMs = SUBMIT_MS, readMs = READ_MS } = options.timeouts ?? {};
  const http = { fetch: options.fetch, key, now, maxAnswerBytes: MAX_ANSWER_BYTES };

  const askOnce = async (request: HttpRequest): Promise<Attempt> => {
    const sent = await exchange(request, http);
    if (sent.kind !== "answered") return { kind: "unanswered", message: sent.message };
    return { kind: "answered", answer: readServiceAnswer(sent.answer, key) };
  };
  const ask = (requestId: string, verb: "status" | "result" | "cancel") => {
    const url = requestAddress(baseUrl, requestId, verb);
    return () => askOnce({ method: verb === "cancel" ? "POST" : "GET", url, timeoutMs: readMs });
  };

  /** The parameter for the cost is not documented: where it is not taken, the result is asked for without. */
  const askResult = (id: string) => {
    const url = `${requestAddress(baseUrl, id, "result")}?include_cost=true`;
    return async () => {
      const attempt = await askOnce({ method: "GET", url, timeoutMs: readMs });
      return isRefused(attempt, id) ? ask(id, "result")() : attempt;
    };
  };

  return {
    async submit(modelId, input) {
      const url = submitAddress(baseUrl, modelId);
      if (url === undefined) return { kind: "refused", error: { code: "modelUnknown", message: "" } };
      const sent = await exchange({ method: "POST", url, json: JSON.stringify(input), timeoutMs: submitMs }, http);
      switch (sent.kind) {
        case "notConnected":
          return { kind: "notSent", reason: "unreachable", retryAfterMs: DEFAULT_RETRY_MS, message: sent.message };
        case "lost":
          return { kind: "unknown", message: sent.message };
        case "answered":
          return interpretSubmit(readServiceAnswer(sent.answer, key));
      }
    },
    status: async (id) =>
      readWithRetries(ask(id, "status"), (answer) => interpretStatus(answer, id), { sleep, random }),
    result: async (id) => readWithRetries(askResult(id), (answer) => interpretResult(answer, id), { sleep, random }),
    cancel: async (id) => readWithRetries(ask(id, "cancel"), interpretCancel, { sleep, random }),
  };
}

/** By a 422, or by a 400 without one of the service's codes, that says nothing about the result itself. */
function isRefused(attempt: Attempt, id: string): boolean {
  if (attempt.kind !== "answered") return false;
  const { httpStatus, fault } = attempt.answer;
  const isAboutRequest = httpStatus === 422 || (httpStatus === 400 && fault?.errorCode === undefined);
  return isAboutRequest && interpretResult(attempt.answer, id) === undefined;
}
