import { isEnded, type QueuedRequest, type SandboxRequest, type UnfinishedRequest } from "./request";

/** Queued requests in the order in which they will be rendered: whose wait ends first, then who came first. */
export function waitingLine(requests: Iterable<SandboxRequest>): QueuedRequest[] {
  return [...requests]
    .filter((request) => request.status === "queued")
    .sort((a, b) => a.renderNotBeforeMs - b.renderNotBeforeMs || a.sequence - b.sequence);
}

/** How many requests must end before this one is rendered; undefined unless it is queued. A stalled one holds nobody up. */
export function queuePosition(requests: readonly SandboxRequest[], id: string): number | undefined {
  const ahead = waitingLine(requests).findIndex((request) => request.id === id);
  if (ahead < 0) return undefined;
  return ahead + requests.filter((request) => request.status === "rendering" && !isStalled(request)).length;
}

/**
 * The request to render now: first those that were being rendered when the process ended, oldest first, then the head of the line
 * once its wait is over. `inHand` holds the ids that this process is already busy with.
 */
export function nextToRender(
  requests: readonly SandboxRequest[],
  inHand: ReadonlySet<string>,
  nowMs: number,
): UnfinishedRequest | undefined {
  const interrupted = requests
    .filter((request) => request.status === "rendering" && !inHand.has(request.id))
    .sort((a, b) => a.sequence - b.sequence)[0];
  if (interrupted?.status === "rendering") return interrupted;
  return waitingLine(requests).find((request) => request.renderNotBeforeMs <= nowMs);
}

/** When the head of the line may be rendered; undefined where nobody waits. */
export function nextDueAtMs(requests: readonly SandboxRequest[]): number | undefined {
  return waitingLine(requests)[0]?.renderNotBeforeMs;
}

export function unfinishedCount(requests: readonly SandboxRequest[]): number {
  return requests.filter((request) => !isEnded(request)).length;
}

/** What unfinished requests hold on disk. */
export function unfinishedBytes(requests: readonly SandboxRequest[]): number {
  return requests.reduce((total, request) => total + (isEnded(request) ? 0 : request.inputBytes), 0);
}

function isStalled(request: SandboxRequest): boolean {
  return request.scenarios.includes("stall");
}
