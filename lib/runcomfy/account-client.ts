import { isJsonObject } from "@/lib/json";
import type { AccountSource } from "@/lib/spending/account";
import { microsOf } from "@/lib/spending/money";
import { withoutSlash } from "./addresses";
import type { ApiKey } from "./api-key";
import { exchange, type UpstreamFetch } from "./http";

const READ_MS = 10_000;
const MAX_ANSWER_BYTES = 100_000;
/** Seen in the service's clients, undocumented: the balance is asked for at another of its names. */
const SERVICE = "model-api.runcomfy.net";
const BALANCE_OF_SERVICE = "https://api.runcomfy.net/prod/v2/balance";

/**
 * The account that a key belongs to. Asking is free, and so it also tells whether the key is good. Never throws for what the service
 * may answer, and no outcome holds the key.
 */
export function createAccountClient(options: {
  baseUrl: string;
  key: ApiKey;
  fetch: UpstreamFetch;
  now?: () => number;
}): AccountSource {
  const { baseUrl, key, fetch, now = Date.now } = options;
  return {
    async read() {
      const url = balanceAddress(baseUrl);
      const http = { fetch, key, now, maxAnswerBytes: MAX_ANSWER_BYTES };
      const sent = await exchange({ method: "GET", url, timeoutMs: READ_MS }, http);
      if (sent.kind !== "answered") return { key: "unknown" };
      const { status, body } = sent.answer;
      if (status === 401 || status === 403) return { key: "refused" };
      if (status !== 200 || !isJsonObject(body) || body.error_code !== undefined) return { key: "unknown" };
      const balanceMicros = balanceOf(body);
      return { key: "accepted", ...(balanceMicros !== undefined && { balanceMicros }) };
    },
  };
}

function balanceAddress(baseUrl: string): string {
  if (new URL(baseUrl).hostname === SERVICE) return BALANCE_OF_SERVICE;
  return `${withoutSlash(baseUrl)}/prod/v2/balance`;
}

function balanceOf({ balance_microdollars: micros, balance_usd: usd }: { [key: string]: unknown }): number | undefined {
  if (typeof micros === "number" && Number.isSafeInteger(micros) && micros >= 0) return micros;
  return typeof usd === "number" ? microsOf(usd) : undefined;
}
