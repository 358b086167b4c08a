import { isNestedTooDeeply } from "@/lib/json";
import type { ApiKey } from "./api-key";
import { errorCodeOf, isNotConnected } from "./not-connected";
import { parseRetryAfter } from "./retry-after";

/** The part of `fetch` that the client needs: the global one, `createHttpFetch` and the sandbox's function all fit. */
export type UpstreamFetch = (url: string, init: UpstreamRequest) => Promise<UpstreamResponse>;
export type UpstreamRequest = {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  redirect: "manual";
};
export type UpstreamResponse = {
  status: number;
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
};

/** An answer whose status line arrived. `body` is what its JSON holds; `flaw` says why there is none. */
export type HttpAnswer = { status: number; retryAfterMs?: number; body?: unknown; flaw?: string };
export type Exchange =
  | { kind: "answered"; answer: HttpAnswer }
  /** Nothing of the request can have been received. */
  | { kind: "notConnected"; message: string }
  /** No answer; whether the request was received is not known. */
  | { kind: "lost"; message: string };

export type HttpOptions = { fetch: UpstreamFetch; key?: ApiKey | undefined; now: () => number; maxAnswerBytes: number };
export type HttpRequest = { method: "GET" | "POST"; url: string; json?: string; timeoutMs: number };

/**
 * Sends one request once and reads its answer, both within `timeoutMs`. Redirects are not followed, so that the key goes nowhere
 * else; of a longer answer no more than `maxAnswerBytes` are read. Never throws for what the network or the server does.
 */
export async function exchange(request: HttpRequest, options: HttpOptions): Promise<Exchange> {
  const timeOut = new AbortController();
  const timer = setTimeout(() => timeOut.abort(), request.timeoutMs);
  try {
    const response = await orAborted(
      options.fetch(request.url, initOf(request, options, timeOut.signal)),
      timeOut.signal,
    );
    return { kind: "answered", answer: await readAnswer(response, options, timeOut.signal) };
  } catch (error) {
    if (timeOut.signal.aborted) return { kind: "lost", message: `No answer within ${request.timeoutMs / 1000} s` };
    const code = errorCodeOf(error) ?? "unknown cause";
    if (isNotConnected(error)) return { kind: "notConnected", message: `No connection (${code})` };
    return { kind: "lost", message: `No answer (${code})` };
  } finally {
    clearTimeout(timer);
  }
}

function initOf(request: HttpRequest, { key }: HttpOptions, signal: AbortSignal): UpstreamRequest {
  const headers: Record<string, string> = { accept: "application/json", "user-agent": "dailies" };
  if (key) headers.authorization = key.authorization();
  const init: UpstreamRequest = { method: request.method, headers, signal, redirect: "manual" };
  if (request.json === undefined) return init;
  return { ...init, headers: { ...headers, "content-type": "application/json" }, body: request.json };
}

async function readAnswer(response: UpstreamResponse, options: HttpOptions, signal: AbortSignal): Promise<HttpAnswer> {
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), options.now());
  const head = retryAfterMs === undefined ? { status: response.status } : { status: response.status, retryAfterMs };
  try {
    const bytes = await readBytes(response.body, options.maxAnswerBytes, signal);
    if (bytes === undefined) return { ...head, flaw: "the answer was too long" };
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isNestedTooDeeply(body) ? { ...head, flaw: "the answer was nested too deeply" } : { ...head, body };
  } catch (error) {
    // The status line says enough for many decisions, so what followed it may be broken.
    return { ...head, flaw: error instanceof SyntaxError ? "the answer was not JSON" : "the answer broke off" };
  }
}

/** The whole body, or undefined where it is longer than `maxBytes`; the rest is then neither read nor kept. */
async function readBytes(body: UpstreamResponse["body"], maxBytes: number, signal: AbortSignal) {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  const iterator = (body ?? noBytes())[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orAborted(iterator.next(), signal);
      if (next.done) return Buffer.concat(chunks);
      byteCount += next.value.byteLength;
      if (byteCount > maxBytes) return undefined;
      chunks.push(next.value);
    }
  } finally {
    // Not awaited: it would wait for a read that never ends.
    void iterator.return?.().catch(() => undefined);
  }
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** `work`, or a rejection as soon as `signal` fires: not every `fetch` that the client is given listens to its signal. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(new Error("aborted"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
