import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { loadEnv } from "@/lib/env";
import { visitDoctor } from "@/lib/server/doctor";
import { startUpstream } from "@/tests/support/upstream/server";
import type { Time } from "../bend-time";
import { type Ended, loadStudio, type ReadyProcess, type StudioProcess } from "../studio";
import { keepBusy } from "./keep-busy";
import { emptyMemory } from "./memory";
import { compareWithLedger, ENDED, lookForLoose, lookForRemains, lookForUploads, readJobs } from "./oracle";
import { type Life, planLife } from "./plan";
import { createRandom } from "./random";

export type SoakOptions = {
  dataDir: string;
  seed: number;
  /** Asked before every run of the studio. */
  isOver: (tally: Tally) => boolean;
};
export type Tally = {
  seed: number;
  kills: number;
  /** By what was to end the studio: a point (a timer, where it is not reached in time), `kill`, `killAtStart`; `stop` is SIGTERM, which is no kill. */
  by: Record<string, number>;
  submits: number;
  jobs: Record<string, number>;
  uploads: number;
  problems: string[];
};

/** Of the studio: waits of seconds become fractions, and a day's retries fit into an hour. */
const SPEED = 20;
/** In the data folder, for whoever looks into a problem: what the studios said, and what the service was asked. */
const LOG = "soak.log";
const LEDGER = "soak-ledger.json";
const MAX_WAIT_FOR_POINT_MS = 1_500;
const MAX_END_MS = 120_000;

/**
 * Kills a studio again and again while it is used, starts it on the same folder, and compares what stands there with what the service
 * has accepted: after every start, and when all has ended. It ends at the first problem.
 */
export async function soak({ dataDir, seed, isOver }: SoakOptions): Promise<Tally> {
  const random = createRandom(seed);
  const upstream = await startUpstream();
  const memory = emptyMemory();
  const tally: Tally = { seed, kills: 0, by: {}, submits: 0, jobs: {}, uploads: 0, problems: memory.complaints };
  const settings = {
    DATA_DIR: dataDir,
    RUNCOMFY_API_KEY: "soak-key",
    RUNCOMFY_BASE_URL: upstream.url,
    MAX_IN_FLIGHT: "8",
  };
  const time: Time = { speed: SPEED, sinceMs: Date.now() };

  /** Loaded while the one before it still runs, so that a start takes a quarter of a second. */
  const prepare = () => {
    const life = planLife(random);
    const point = life.end.how === "point" ? life.end.point : "";
    return {
      life,
      loading: loadStudio({ ...settings, FAULT_POINT: point, ...(!life.hasFfmpeg && { PATH: "" }) }, time),
    };
  };

  async function live(life: Life, ready: ReadyProcess): Promise<void> {
    upstream.setScript(life.script);
    if (life.end.how === "killAtStart") setTimeout(ready.signal, life.end.afterMs, "SIGKILL");
    const studio = await ready.go();
    if ("url" in studio) await run(life, studio);
    else if (studio.code !== null) tally.problems.push(`it does not start: ${ready.said()}`);
    const ended = await ready.ended;
    await appendFile(join(dataDir, LOG), ready.said());
    if (life.end.how === "stop" && ended.code !== 143)
      tally.problems.push(`at SIGTERM it ends with ${JSON.stringify(ended)}`);
    count(life, ended);
  }

  async function run(life: Life, studio: StudioProcess): Promise<void> {
    check(studio.pid);
    const afterMs = life.end.how === "point" ? MAX_WAIT_FOR_POINT_MS : life.end.afterMs;
    const timer = setTimeout(studio.signal, afterMs, life.end.how === "stop" ? "SIGTERM" : "SIGKILL");
    await keepBusy(studio.url, { random, memory });
    await studio.ended;
    clearTimeout(timer);
  }

  function count(life: Life, { signal }: Ended): void {
    const { end } = life;
    const how = end.how === "point" ? end.point : end.how;
    tally.by[how] = (tally.by[how] ?? 0) + 1;
    if (signal === "SIGKILL") tally.kills++;
  }

  function check(pid?: number): void {
    const jobs = readJobs(dataDir);
    const { ledger } = upstream;
    tally.problems.push(...compareWithLedger(jobs, { ledger, memory }));
    tally.problems.push(...lookForUploads(dataDir, memory.uploads));
    tally.problems.push(...(pid === undefined ? lookForLoose(dataDir, jobs) : lookForRemains(dataDir, jobs, pid)));
    tally.jobs = {};
    for (const { status } of jobs) tally.jobs[status] = (tally.jobs[status] ?? 0) + 1;
    tally.submits = ledger.submits.length;
    tally.uploads = memory.uploads.size;
  }

  async function letEnd(): Promise<void> {
    upstream.setScript({ faults: [] });
    await runUntil(() => readJobs(dataDir).every(({ status }) => ENDED.includes(status)), time);
    // What was cut off by its end, which comes twenty times as soon, is cleared away by one more start.
    await runUntil(() => true, {});
    check();
    const visit = { settings: loadEnv({ DATA_DIR: dataDir }), quick: false, repair: false, progress: () => {} };
    const { findings } = await visitDoctor(visit);
    tally.problems.push(...findings.map((finding) => JSON.stringify(finding)));
  }

  async function runUntil(isDone: () => boolean, time: Time): Promise<void> {
    const ready = await loadStudio(settings, time);
    if (!("url" in (await ready.go()))) tally.problems.push(`it does not start: ${ready.said()}`);
    for (const untilMs = Date.now() + MAX_END_MS; !isDone() && Date.now() < untilMs; ) await pause(100);
    ready.signal("SIGTERM");
    await ready.ended;
  }

  let next = prepare();
  try {
    while (!isOver(tally) && tally.problems.length === 0) {
      const { life, loading } = next;
      const ready = await loading;
      next = prepare();
      await live(life, ready);
    }
    if (tally.problems.length === 0) await letEnd();
    await writeFile(join(dataDir, LEDGER), JSON.stringify(upstream.ledger));
  } finally {
    const spare = await next.loading;
    spare.signal("SIGKILL");
    await upstream.close();
  }
  return tally;
}
