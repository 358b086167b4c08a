import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { MARKER_KEY } from "@/tests/support/confined";
import { startNext } from "@/tests/support/next-process";
import { startStudio } from "@/tests/support/studio";
import { startUpstreamProcess } from "@/tests/support/upstream-process";
import { buildBareApp } from "./bench/bare-app";
import { benchModels } from "./bench/bench-model";
import { catalogLines } from "./bench/catalog";
import { comparingLines } from "./bench/comparing";
import { firstLoadBytes } from "./bench/first-load";
import { galleryLines } from "./bench/gallery";
import { median, timesOf } from "./bench/latency";
import { renderTimes } from "./bench/render-times";
import { type Line, table } from "./bench/report";
import { postJob, postShare, untilEnded } from "./bench/studio-api";
import { SLOW_SUBMITS, submitOverheadMs } from "./bench/submitting";
import { typingTimes } from "./bench/typing";
import { pollsByWatchers, WATCHED_PACE, WATCHERS } from "./bench/watchers";
import { whileRendering } from "./bench/while-rendering";
import { ensureBuild } from "./start/build";
import { getBrowser } from "./test/get-browser";

const ROUNDS = 2000;
const WARM_UP = 300;
const root = process.cwd();
const [busyBefore = 0] = loadavg();
const step = (title: string) => console.log(`… ${title}`);

await ensureBuild(root, console.log);
step("building a bare Next app");
const bareFolder = await buildBareApp(root);
const lines = [
  ...(await againstBare()),
  ...(await typing()),
  ...(await againstService()),
  ...(await rendering()),
  ...(await catalog()),
  ...(await comparing()),
  ...(await gallery()),
];
console.log(`\n${table(lines)}\n`);
if (busyBefore > availableParallelism() / 2) {
  console.log(`Other work kept this machine busy (load ${busyBefore.toFixed(1)} at the start): times are too high.\n`);
}

/** Page weight and the latency of one read, each against the bare app, in one run. */
async function againstBare(): Promise<Line[]> {
  step("page weight and reading a job, against the bare app");
  const bare = await startNext(bareFolder, { env: {}, readyPath: "/api/bare" });
  const studio = await startStudio({ env: { SANDBOX_QUEUE_MS: "0" } });
  const { least } = await benchModels(studio.url);
  const job = await postJob(studio.url, least.modelId, least.input);
  await untilEnded(studio.url, job.id);
  const bytes = await firstLoadBytes(`${studio.url}/`);
  const bareBytes = await firstLoadBytes(`${bare.url}/`);
  const sharedBytes = await firstLoadBytes(await postShare(studio.url, job.id));
  const addresses = [`${studio.url}/api/jobs/${job.id}`, `${bare.url}/api/bare`];
  await timesOf(addresses, WARM_UP);
  const [read = [], bareRead = []] = await timesOf(addresses, ROUNDS);
  await Promise.all([bare.stop(), studio.stop()]);
  await studio.clear();
  return [
    { what: "first-load JS of / against a bare page", value: ratio(bytes, bareBytes), promise: "≤ 1.60" },
    { what: "  gzipped", value: `${kib(bytes)} / ${kib(bareBytes)}` },
    {
      what: "first-load JS of a link's page against a bare page",
      value: ratio(sharedBytes, bareBytes),
      promise: "≤ 1.05",
    },
    {
      what: "reading a job against a bare handler",
      value: ratio(median(read), median(bareRead)),
      promise: "≤ 1.15",
    },
    { what: "  at the median", value: `${ms(median(read))} / ${ms(median(bareRead))}` },
  ];
}

/** A key stroke in a long prompt against one in a bare textarea on the same page. */
async function typing(): Promise<Line[]> {
  step("typing in a long prompt with nine references");
  const browser = await getBrowser(process.env.CHROMIUM_PATH);
  if (!browser) return [{ what: "input to paint", value: "not measured: no browser" }];
  const studio = await startStudio();
  const { most } = await benchModels(studio.url);
  const times = await typingTimes(studio.url, most.modelId, browser);
  await studio.stop();
  await studio.clear();
  return [
    { what: "input to paint against a bare textarea", value: ratio(times.promptMs, times.bareMs), promise: "≤ 1.25" },
    { what: "  at the median", value: `${ms(times.promptMs)} / ${ms(times.bareMs)}` },
    { what: "React commits a key outside of the prompt", value: times.commitsOutsideAKey.toFixed(2), promise: "0" },
    { what: "  commits a key in all", value: times.commitsAKey.toFixed(2) },
  ];
}

/** What the studio adds to the service's own time, and how often it asks. */
async function againstService(): Promise<Line[]> {
  step("submits and polls, over a service with a fixed delay");
  const upstream = await startUpstreamProcess({ pace: { by: "polls", queued: 0, running: 0 }, faults: SLOW_SUBMITS });
  const env = { RUNCOMFY_API_KEY: MARKER_KEY, RUNCOMFY_BASE_URL: upstream.url, MAX_IN_FLIGHT: "100" };
  const studio = await startStudio({ env });
  const { least } = await benchModels(studio.url);
  const overhead = await submitOverheadMs(studio.url, upstream, least);
  await upstream.setScript({ pace: WATCHED_PACE, faults: [] });
  const polls = await pollsByWatchers(studio.url, upstream, least);
  await studio.stop();
  await studio.clear();
  await upstream.stop();
  return [
    { what: "submit, on top of the service's own time", value: ms(overhead), promise: "≤ 15 ms" },
    { what: `polls a job with ${WATCHERS.join(" / ")} watchers`, value: polls.join(" / "), promise: "equal" },
  ];
}

async function rendering(): Promise<Line[]> {
  step("rendering");
  const folder = await mkdtemp(join(tmpdir(), "dailies-bench-"));
  const times = await renderTimes(folder, process.env.PATH ?? "");
  await rm(folder, { recursive: true });
  step("other answers while rendering");
  // Without PATH no ffmpeg is found: the encoder that runs in the studio's own process is the harder case.
  const studio = await startStudio({ env: { SANDBOX_QUEUE_MS: "0", PATH: "" } });
  const { most } = await benchModels(studio.url);
  const { idleP99Ms, busyP99Ms, peakMegabytes } = await whileRendering(studio, most);
  await studio.stop();
  await studio.clear();
  return [
    ...times,
    { what: "other answers while rendering, p99", value: ms(busyP99Ms), promise: "< 20 ms" },
    { what: "  the same before", value: ms(idleP99Ms) },
    ...(peakMegabytes === undefined
      ? []
      : [{ what: "peak memory of the studio", value: `${peakMegabytes.toFixed(0)} MB`, promise: "< 600 MB" }]),
  ];
}

function catalog(): Promise<Line[]> {
  step("the service's list of 500 models");
  return catalogLines();
}

/** Four takes beside each other, in a browser that plays them. */
async function comparing(): Promise<Line[]> {
  step("four takes that play for two minutes");
  const browser = await getBrowser(process.env.CHROMIUM_PATH);
  if (!browser) return [{ what: "clocks of four takes", value: "not measured: no browser" }];
  const studio = await startStudio({ env: { SANDBOX_QUEUE_MS: "0" } });
  const { longest } = await benchModels(studio.url);
  const lines = await comparingLines(studio.url, longest, browser);
  await studio.stop();
  await studio.clear();
  return lines;
}

/** Also by itself: `node scripts/run.mjs scripts/bench-gallery.ts`. */
function gallery(): Promise<Line[]> {
  step("the gallery of 100,000 takes");
  return galleryLines({ isBuilt: true });
}

function ratio(value: number, bare: number): string {
  return (value / bare).toFixed(2);
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
