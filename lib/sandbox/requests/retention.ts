import { isEnded, type SandboxRequest } from "./request";

/** How long an ended request and its output can be read, and how many of them are kept. */
export const KEPT_MS = 24 * 60 * 60 * 1000;
export const KEPT_REQUESTS = 200;

/** True once a request has outlived its time; a stalled one, which never ends, counts from when it came. */
export function isExpired(request: SandboxRequest, nowMs: number): boolean {
  if (isEnded(request)) return nowMs - request.finishedAtMs > KEPT_MS;
  return request.scenarios.includes("stall") && nowMs - request.createdAtMs > KEPT_MS;
}

/** What may be removed: expired requests, and of the ended ones all but the newest `KEPT_REQUESTS`. */
export function expendable(requests: readonly SandboxRequest[], nowMs: number): SandboxRequest[] {
  const endedNewestFirst = requests.filter(isEnded).sort((a, b) => b.sequence - a.sequence);
  const surplus = new Set(endedNewestFirst.slice(KEPT_REQUESTS).map((request) => request.id));
  return requests.filter((request) => surplus.has(request.id) || isExpired(request, nowMs));
}
