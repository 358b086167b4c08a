import type { Readable } from "node:stream";
import { Agent, request } from "undici";
import { boundBody, discard } from "./bounded-body";
import { createGuardedConnector, type GuardedConnectorOptions } from "./guarded-connector";
import { GuardedFetchError } from "./guarded-fetch-error";
import { startTimeLimit, type TimeLimit } from "./time-limit";

const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** A connection over which nothing comes for so long is given up. */
const IDLE_MS = 30_000;
const IDLE_CODES = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "UND_ERR_CONNECT_TIMEOUT"]);

export type GuardedFetchOptions = {
  /** Exact origins, such as `http://127.0.0.1:9000`, exempt from the checks of scheme, host and address. */
  allowOrigins?: readonly string[];
  /** Absent: every public host. Gets the name in lower case. */
  allowHosts?: (host: string) => boolean;
} & Pick<GuardedConnectorOptions, "lookup" | "dial">;

export type GuardedRequest = {
  maxBytes: number;
  /** For everything, from the look-up to the last byte. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Sent to the address's own origin only, not to another one that it redirects to. */
  headers?: Record<string, string>;
};

export type GuardedResponse = {
  status: number;
  /** Names in lower case; of repeated ones the first value. */
  headers: Record<string, string>;
  /** Never more than `maxBytes`; fails with GuardedFetchError. Must be read or destroyed. */
  body: Readable;
  /** The address after redirects. */
  finalUrl: string;
};

export type GuardedFetch = {
  (url: string, request: GuardedRequest): Promise<GuardedResponse>;
  /** Lets running requests end, then closes every connection. */
  close(): Promise<void>;
};

type Hop = { url: URL; headers: Record<string, string>; limit: TimeLimit };

/**
 * GET for addresses that come from outside: https to public hosts only, no credentials, at most three redirects that are each
 * checked like the first address, bounded in bytes and time. Every HTTP status is an answer.
 * The returned function throws GuardedFetchError, or the reason of the caller's signal.
 */
export function createGuardedFetch(options: GuardedFetchOptions = {}): GuardedFetch {
  const exempt = new Set(options.allowOrigins?.map((origin) => new URL(origin).origin));
  const connect = createGuardedConnector({ ...options, isExempt: (origin) => exempt.has(origin) });
  const dispatcher = new Agent({ connect, headersTimeout: IDLE_MS, bodyTimeout: IDLE_MS });

  const checked = (text: string, base?: URL): URL => {
    if (!URL.canParse(text, base?.href)) throw new GuardedFetchError("badAddress", "");
    const url = new URL(text, base?.href);
    if (url.username !== "" || url.password !== "") throw new GuardedFetchError("badAddress", url.hostname);
    // What the configuration names is not for strangers to send us to.
    const isSentThere = base !== undefined && !exempt.has(base.origin);
    if (exempt.has(url.origin) && !isSentThere) return url;
    if (exempt.has(url.origin)) throw new GuardedFetchError("notPublic", url.hostname);
    if (url.protocol !== "https:") throw new GuardedFetchError("badAddress", url.hostname);
    if (options.allowHosts?.(url.hostname) === false) throw new GuardedFetchError("hostNotAllowed", url.hostname);
    return url;
  };

  const follow = async ({ url: first, headers, limit }: Hop) => {
    let url = first;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const own = url.origin === first.origin ? headers : {};
      // Compressed bytes would not be the file, and could unpack to any size.
      const sent = { "accept-encoding": "identity", ...own };
      const response = await request(url, { dispatcher, signal: limit.signal, headers: sent });
      const { location } = response.headers;
      if (!REDIRECTS.has(response.statusCode) || typeof location !== "string") return { response, url };
      discard(response.body);
      url = checked(location, url);
    }
    throw new GuardedFetchError("tooManyRedirects", first.hostname);
  };

  const guardedFetch = async (text: string, { maxBytes, timeoutMs, signal, headers = {} }: GuardedRequest) => {
    const first = checked(text);
    const host = first.hostname;
    const limit = startTimeLimit(timeoutMs, { reason: new GuardedFetchError("timedOut", host), signal });
    const explain = (error: unknown) => (signal?.aborted ? signal.reason : explained(error, host));
    try {
      const { response, url } = await follow({ url: first, headers, limit });
      const body = boundBody(response.body, { maxBytes, host, explain, onClose: limit.release });
      if (Number(response.headers["content-length"] ?? 0) > maxBytes) {
        discard(body);
        throw new GuardedFetchError("tooLarge", host);
      }
      return { status: response.statusCode, headers: singleHeaders(response.headers), body, finalUrl: url.href };
    } catch (error) {
      limit.release();
      throw explain(error);
    }
  };
  return Object.assign(guardedFetch, { close: () => dispatcher.close() });
}

function explained(error: unknown, host: string): GuardedFetchError {
  if (error instanceof GuardedFetchError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new GuardedFetchError(IDLE_CODES.has(code) ? "timedOut" : "unreachable", host, error);
}

function singleHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value].flat()[0] ?? ""]);
  return Object.fromEntries(entries);
}
