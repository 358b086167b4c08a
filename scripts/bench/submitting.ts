import type { JsonObject } from "@/lib/json";
import type { UpstreamProcess } from "@/tests/support/upstream-process";
import { median } from "./latency";
import { postJob, untilEnded } from "./studio-api";

const ROUNDS = 30;
const UPSTREAM_DELAY_MS = 100;

/** The scripted service takes this long for each submit. */
export const SLOW_SUBMITS = [{ verb: "submit" as const, times: 1_000_000, delayMs: UPSTREAM_DELAY_MS }];

/** How much longer a submit through the studio takes than one straight to the service, in milliseconds at the median. */
export async function submitOverheadMs(
  studioUrl: string,
  upstream: UpstreamProcess,
  { modelId, input }: { modelId: string; input: JsonObject },
): Promise<number> {
  const through: number[] = [];
  const straight: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    straight.push(await timed(() => submitStraight(upstream.url, modelId, input)));
    let id = "";
    through.push(
      await timed(async () => {
        id = (await postJob(studioUrl, modelId, input)).id;
      }),
    );
    await untilEnded(studioUrl, id);
  }
  const middle = (times: number[]) => median(times.sort((a, b) => a - b));
  return middle(through) - middle(straight);
}

async function submitStraight(upstreamUrl: string, modelId: string, input: JsonObject): Promise<void> {
  const response = await fetch(`${upstreamUrl}/v1/models/${modelId}`, {
    method: "POST",
    headers: { authorization: "Bearer bench", "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  await response.json();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
