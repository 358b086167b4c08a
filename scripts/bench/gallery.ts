import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createJobStore } from "@/lib/db/job-store";
import { openDatabase } from "@/lib/db/open";
import { sortedCursorAfter } from "@/lib/jobs/list-query";
import type { JobListQuery, JobStore } from "@/lib/jobs/ports";
import { startStudio } from "@/tests/support/studio";
import { getBrowser } from "../test/get-browser";
import { median, timesOf } from "./latency";
import { ledgerLines } from "./ledger";
import type { Line } from "./report";
import { scrollingLines } from "./scrolling";
import { COMMON, RARE, seedGallery } from "./seed-gallery";

const JOBS = 100_050;
const PER_PAGE = 50;
const DEEP_PAGE = 2_000;
const ROUNDS = 200;
const FEW_ROUNDS = 15;
const WARM_UP = 30;

/** The gallery of 100,000 takes: pages and searches at the database, and through the built studio where there is one. */
export async function galleryLines({ isBuilt }: { isBuilt: boolean }): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), "dailies-gallery-"));
  const path = join(folder, "studio.db");
  await (await openDatabase({ path })).close();
  seedGallery(path, JOBS);
  try {
    const { lines, after } = await atDatabase(path);
    return isBuilt ? [...lines, ...(await throughApi(folder, after))] : lines;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function atDatabase(path: string) {
  const { db, close } = await openDatabase({ path });
  const store = createJobStore(db);
  const after = await placeBefore(DEEP_PAGE, store);
  const [first, deep] = await inTurns([
    () => store.list({ limit: PER_PAGE }),
    () => store.list({ limit: PER_PAGE, after }),
  ]);
  const lines: Line[] = [
    { what: "gallery: page 1 at the database", value: ms(first), promise: "≤ 1 ms" },
    { what: `  page ${DEEP_PAGE} against page 1`, value: (deep / first).toFixed(2), promise: "≤ 1.30" },
  ];
  for (const [name, query] of Object.entries(FILTERED)) {
    const [time] = await inTurns([() => store.list({ limit: PER_PAGE, ...query })]);
    lines.push({ what: `  filtered: ${name}`, value: ms(time) });
  }
  for (const [name, word] of SEARCHES) {
    const [time] = await inTurns([() => store.list({ limit: PER_PAGE, words: [word] })], FEW_ROUNDS);
    lines.push({ what: `  search: ${name}`, value: ms(time), promise: "≤ 50 ms" });
  }
  lines.push(...(await ledgerLines(db)));
  await close();
  return { lines, after };
}

const FILTERED: Record<string, Partial<JobListQuery>> = {
  "one model": { modelId: "bench/model-3/text-to-video" },
  "two states": { statuses: ["failed", "cancelled"] },
  favourites: { favourite: true },
  "best first": { sort: "rating" },
  "longest first": { sort: "longest" },
  "a model, a shape and a state that meet": {
    modelId: "bench/model-3/text-to-video",
    shape: "tall",
    statuses: ["succeeded"],
  },
  "a model and a shape that never meet": { modelId: "bench/none", shape: "tall" },
};
const SEARCHES: readonly (readonly [string, string])[] = [
  ["rare, Latin", RARE.latin],
  ["rare, Chinese", RARE.cjk],
  ["common, Latin", COMMON.latin],
  ["common, Chinese", COMMON.cjk],
  ["none, Latin", "quokka"],
  ["none, Korean", "없는말"],
];

async function throughApi(dataDir: string, after: { createdAtMs: number; id: string }): Promise<Line[]> {
  const studio = await startStudio({ dataDir });
  const page = (query: Record<string, string>) =>
    `${studio.url}/api/jobs?${new URLSearchParams({ limit: String(PER_PAGE), ...query })}`;
  const cursor = sortedCursorAfter({ job: after }, "newest");
  const pages = [page({}), page({ cursor })];
  await timesOf(pages, WARM_UP);
  const [first = [], deep = []] = await timesOf(pages, ROUNDS);
  const [search = []] = await timesOf([page({ q: RARE.cjk })], FEW_ROUNDS);
  const browser = await getBrowser(process.env.CHROMIUM_PATH);
  const scrolling = browser ? await scrollingLines(studio.url, browser) : [];
  await studio.stop();
  return [
    { what: "gallery: page 1 through the API", value: ms(median(first)) },
    { what: `  page ${DEEP_PAGE} against page 1`, value: (median(deep) / median(first)).toFixed(2), promise: "≤ 1.30" },
    { what: "  search: rare, Chinese", value: ms(median(search)), promise: "≤ 50 ms" },
    ...(browser ? scrolling : [{ what: "  rows scrolled in a browser", value: "not measured: no browser" }]),
  ];
}

/** The last row of the page before; found in long strides, as nobody has to who reads on. */
async function placeBefore(page: number, store: JobStore): Promise<{ createdAtMs: number; id: string }> {
  let place: { createdAtMs: number; id: string } | undefined;
  for (let left = (page - 1) * PER_PAGE; left > 0; left -= 5_000) {
    const rows = await store.list({ limit: Math.min(left, 5_000), ...(place && { after: place }) });
    const last = rows.at(-1)?.job;
    place = last && { createdAtMs: last.createdAtMs, id: last.id };
  }
  if (!place) throw new Error("the list is too short");
  return place;
}

/** Medians, in milliseconds; takes turns, so that whatever else the machine does falls on all alike. */
async function inTurns(works: (() => Promise<unknown>)[], rounds = ROUNDS): Promise<[number, number]> {
  const times = works.map((): number[] => []);
  for (let round = -Math.ceil(rounds / 5); round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const startedMs = performance.now();
      await work();
      if (round >= 0) times[index]?.push(performance.now() - startedMs);
    }
  }
  const [first = Number.NaN, second = Number.NaN] = times.map((list) => median(list.sort((a, b) => a - b)));
  return [first, second];
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
