import { setTimeout as sleep } from "node:timers/promises";
import type { JsonObject } from "@/lib/json";
import type { Ledger } from "@/tests/support/upstream/ledger";
import type { UpstreamProcess } from "@/tests/support/upstream-process";
import { postJob, readJob, untilEnded } from "./studio-api";

const LOOKS_EVERY_MS = 500;
export const WATCHERS = [0, 10, 100] as const;
/** Long enough for a handful of polls at the first interval. */
export const WATCHED_PACE = { by: "time" as const, queued: 3000, running: 7000 };

/**
 * How often the service is asked for a job's status while so many watch it; one number for each of `WATCHERS`. The jobs run
 * side by side, so that none has a quieter machine than the others.
 */
export async function pollsByWatchers(
  studioUrl: string,
  upstream: UpstreamProcess,
  { modelId, input }: { modelId: string; input: JsonObject },
): Promise<number[]> {
  const requestIds = await Promise.all(
    WATCHERS.map(async (count) => {
      const { id } = await postJob(studioUrl, modelId, input);
      const ended = new AbortController();
      const watching = Array.from({ length: count }, () => watch(studioUrl, id, ended.signal));
      // With nobody watching, not even this loop may ask the studio meanwhile.
      await sleep(WATCHED_PACE.queued + WATCHED_PACE.running + 3000);
      ended.abort();
      await Promise.all(watching);
      return (await untilEnded(studioUrl, id)).requestId ?? "";
    }),
  );
  const ledger = await upstream.ledger();
  return requestIds.map((requestId) => statusRequests(ledger, requestId));
}

async function watch(studioUrl: string, id: string, signal: AbortSignal): Promise<void> {
  await sleep(Math.random() * LOOKS_EVERY_MS);
  while (!signal.aborted) {
    await readJob(studioUrl, id);
    await sleep(LOOKS_EVERY_MS);
  }
}

function statusRequests(ledger: Ledger, requestId: string): number {
  return ledger.requests.filter((request) => request.verb === "status" && request.requestId === requestId).length;
}
