import { setTimeout as sleep } from "node:timers/promises";
import type { WireCatalog } from "@/lib/api/catalog-contract";
import { type CatalogAnswer, startCatalogProcess } from "@/tests/support/catalog/catalog-process";
import { MODELS } from "@/tests/support/catalog/entries";
import { MARKER_KEY } from "@/tests/support/confined";
import { watchMemory } from "@/tests/support/hostile/peak-memory";
import { startStudio } from "@/tests/support/studio";
import { median, timesOf } from "./latency";
import type { Line } from "./report";

const LAST = `reel-${MODELS - 1}`;
const READINGS = 10;
const SEARCHES = 50;
const SETTLED_MS = 500;

/** The service's list of 500 models, some malformed: until the last of them is found, and what reading it again and again holds. */
export async function catalogLines(): Promise<Line[]> {
  const service = await startCatalogProcess();
  const env = { RUNCOMFY_API_KEY: MARKER_KEY, RUNCOMFY_BASE_URL: service.url };
  const studio = await startStudio({ env });
  const address = `${studio.url}/api/catalog`;
  const find = async (): Promise<WireCatalog> => (await fetch(`${address}?q=${LAST}`)).json();
  const read = async (answer: CatalogAnswer) => {
    await service.answerWith(answer);
    const startedMs = performance.now();
    await fetch(address, { method: "POST" });
    const { total } = await find();
    if (total !== 1) throw new Error(`${LAST} was found ${total} times`);
    return performance.now() - startedMs;
  };

  const firstMs = await read("pages");
  const [searches = []] = await timesOf([`${address}?q=${LAST}`], SEARCHES);
  await sleep(SETTLED_MS);
  const peakMb = await peakOf(studio.pid, async () => {
    for (let reading = 0; reading < READINGS; reading += 1) await read("pages");
  });
  const peakOfHugeMb = await peakOf(studio.pid, () => read("huge"));
  await studio.stop();
  await studio.clear();
  await service.stop();
  return [
    {
      what: `a list of ${MODELS} models, until it can be searched`,
      value: `${firstMs.toFixed(0)} ms`,
      promise: "≤ 2000 ms",
    },
    { what: "  a search in it", value: `${median(searches).toFixed(2)} ms` },
    { what: `  more memory at the peak of ${READINGS} readings`, value: peakMb, promise: "< 100 MB" },
    { what: "  the same of a page of 50 MB, which is refused", value: peakOfHugeMb, promise: "< 100 MB" },
  ];
}

/** Linux counts it; elsewhere nothing is said. */
async function peakOf(pid: number, work: () => Promise<unknown>): Promise<string> {
  const more = await watchMemory(pid).catch(() => undefined);
  await work();
  return more ? `${(await more()).toFixed(0)} MB` : "not measured";
}
