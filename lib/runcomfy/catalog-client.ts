import { setTimeout as pause } from "node:timers/promises";
import type { CatalogFailure, CatalogSource } from "@/lib/catalog/ports";
import { isJsonObject, type JsonValue } from "@/lib/json";
import { withoutSlash } from "./addresses";
import type { RuncomfyClientOptions } from "./client";
import { exchange, type HttpAnswer } from "./http";
import { readWithRetries } from "./reads";
import { readServiceAnswer } from "./wire";

const READ_MS = 30_000;
/** A hundred models with their schemas have been 200 KB to 400 KB. */
const MAX_PAGE_BYTES = 8_000_000;
/** The members that have been seen to hold the list, or may. */
const LIST_KEYS = ["models", "data", "items", "results"];

const REASONS: Readonly<Record<number, CatalogFailure["reason"]>> = {
  401: "keyRefused",
  403: "forbidden",
  429: "rateLimited",
};

/**
 * The service's list of models, `GET /v1/models`. Undocumented, seen in the service's clients; what comes is read as loosely as can be:
 * a bare list does as well. Never throws for what the service may answer, and no outcome holds the key.
 */
export function createCatalogClient(options: Omit<RuncomfyClientOptions, "timeouts">): CatalogSource {
  const { baseUrl, key, now = Date.now, sleep = (ms) => pause(ms), random = Math.random } = options;
  const http = { fetch: options.fetch, key, now, maxAnswerBytes: MAX_PAGE_BYTES };

  return {
    async page({ offset, limit }) {
      const query = new URLSearchParams({ include_schema: "true", limit: String(limit), offset: String(offset) });
      const url = `${withoutSlash(baseUrl)}/v1/models?${query}`;
      let came: HttpAnswer | undefined;
      const outcome = await readWithRetries(
        async () => {
          came = undefined;
          const sent = await exchange({ method: "GET", url, timeoutMs: READ_MS }, http);
          if (sent.kind !== "answered") return { kind: "unanswered", message: sent.message };
          came = sent.answer;
          return { kind: "answered", answer: readServiceAnswer(sent.answer, key) };
        },
        ({ fault }) => (fault ? undefined : pageOf(came?.body)),
        { sleep, random },
      );
      if (outcome.kind === "page") return outcome;
      return { kind: "failed", reason: reasonOf(came), message: outcome.message };
    },
  };
}

function pageOf(body: unknown): { kind: "page"; entries: JsonValue[]; total?: number } | undefined {
  if (Array.isArray(body)) return { kind: "page", entries: body };
  if (!isJsonObject(body)) return undefined;
  const entries = LIST_KEYS.map((name) => body[name]).find(Array.isArray);
  if (!entries) return undefined;
  const { total } = body;
  const isCount = typeof total === "number" && Number.isInteger(total) && total >= 0;
  return isCount ? { kind: "page", entries, total } : { kind: "page", entries };
}

function reasonOf(came: HttpAnswer | undefined): CatalogFailure["reason"] {
  if (came === undefined || came.status >= 500) return "unreachable";
  return REASONS[came.status] ?? "unreadable";
}
