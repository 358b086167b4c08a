import { onTestFinished } from "vitest";
import type { Upstream } from "@/lib/jobs/upstream";
import { ApiKey } from "@/lib/runcomfy/api-key";
import { createRuncomfyClient } from "@/lib/runcomfy/client";
import { createHttpFetch } from "@/lib/runcomfy/http-fetch";
import type { Script } from "./script";
import { startUpstream, type TestUpstream } from "./server";

const BENCH_KEY = "bench-key-marker-4711";
export const MODEL_ID = "acme/moving-pictures";
export const INPUT = { prompt: "A lighthouse at dusk" };

export type ClientBench = {
  server: TestUpstream;
  client: Upstream;
  /** What the client slept, in milliseconds; no time passes. */
  waits: number[];
};

/** The real client over real HTTP against a scripted server; both are closed when the test ends. */
export async function openClientBench(
  script: Partial<Script> = {},
  { submitMs = 5_000, readMs = 5_000, random = 1, nowMs = 0, baseUrl = "" } = {},
): Promise<ClientBench> {
  const server = await startUpstream(script);
  const fetch = createHttpFetch();
  onTestFinished(async () => {
    await server.close();
    await fetch.close();
  });
  const waits: number[] = [];
  const client = createRuncomfyClient({
    baseUrl: baseUrl || server.url,
    key: new ApiKey(BENCH_KEY),
    fetch,
    now: () => nowMs,
    sleep: async (ms) => {
      waits.push(ms);
    },
    random: () => random,
    timeouts: { submitMs, readMs },
  });
  return { server, client, waits };
}
