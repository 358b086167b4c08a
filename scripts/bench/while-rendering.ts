import { readFile } from "node:fs/promises";
import type { Studio } from "@/tests/support/studio";
import type { BenchModel } from "./bench-model";
import { quantile, timeOf } from "./latency";
import { postJob, readJob } from "./studio-api";

export type WhileRendering = { idleP99Ms: number; busyP99Ms: number; peakMegabytes?: number };

/** How long other answers take in a studio that renders in its sandbox, against the same studio before it does. */
export async function whileRendering(studio: Studio, { modelId, input }: BenchModel): Promise<WhileRendering> {
  const idle = await p99While(studio, async (count) => count < 1000);
  const { id } = await postJob(studio.url, modelId, input);
  while ((await readJob(studio.url, id)).status !== "running");
  const address = `${studio.url}/api/jobs/${id}`;
  const busy = await p99While(studio, async (count) => count % 50 !== 0 || (await isRunning(address)));
  const peakMegabytes = await peakMemory(studio.pid);
  return { idleP99Ms: idle, busyP99Ms: busy, ...(peakMegabytes !== undefined && { peakMegabytes }) };
}

async function p99While(studio: Studio, goesOn: (count: number) => Promise<boolean>): Promise<number> {
  const times: number[] = [];
  while (await goesOn(times.length)) times.push(await timeOf(`${studio.url}/api/jobs?limit=20`));
  return quantile(
    times.sort((a, b) => a - b),
    0.99,
  );
}

async function isRunning(address: string): Promise<boolean> {
  const { job }: { job: { status: string } } = await (await fetch(address)).json();
  return job.status === "running";
}

/** Linux counts it; elsewhere nothing is said. */
async function peakMemory(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kibibytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
}
