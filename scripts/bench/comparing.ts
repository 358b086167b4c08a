import { type Browser, chromium, type Page, type Route } from "@playwright/test";
import { frameRate } from "@/lib/media/frames";
import { largestDistances, readClocks } from "@/tests/support/browser/clocks";
import { wordsOf } from "@/tests/support/browser/say";
import { launchArguments } from "../test/browser";
import type { BenchModel } from "./bench-model";
import type { Line } from "./report";
import { postJob, untilEnded } from "./studio-api";

const TAKES = 4;
const PLAYED_MS = 60_000;
const LANGUAGE = "en-US";
/** What a slow line brings at once, and what it takes for that. */
const PIECE_BYTES = 96 * 1024;
const PIECE_MS = 450;
const READY_WITHIN_MS = 90_000;

type Take = { id: string; fps: number; url: string };

/** How far apart the clocks of four takes come in a minute of play, and in one in which the last of them arrives piece by piece. */
export async function comparingLines(
  studioUrl: string,
  { modelId, input }: BenchModel,
  executablePath: string,
): Promise<Line[]> {
  const jobs = await Promise.all(Array.from({ length: TAKES }, () => postJob(studioUrl, modelId, input)));
  const ended = await Promise.all(jobs.map(({ id }) => untilEnded(studioUrl, id)));
  const takes = ended.map(({ id, outputs: [output] }): Take => {
    const fps = output && frameRate(output);
    if (!fps) throw new Error(`The take ${id} is no video`);
    return { id, fps, url: output.url };
  });
  const browser = await chromium.launch({ executablePath, args: launchArguments() });
  try {
    const even = await play(browser, studioUrl, takes);
    const held = await play(browser, studioUrl, takes, takes.at(-1)?.url);
    return [
      { what: "four takes that play for a minute: clocks apart", value: frames(even.clocks), promise: "≤ 1 frame" },
      { what: "  pictures apart, read with one frame's error", value: frames(even.pictures) },
      { what: "  one of them on a slow line: clocks apart", value: frames(held.clocks) },
      { what: "  of that minute, the others waited for it", value: `${(held.starved * 100).toFixed(0)} %` },
    ];
  } finally {
    await browser.close();
  }
}

async function play(browser: Browser, studioUrl: string, takes: readonly Take[], slowUrl?: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: LANGUAGE });
  if (slowUrl) await page.route(`**${slowUrl}`, inPieces);
  // A page has not loaded before its videos begin, which the slow one takes its time for.
  await page.goto(`${studioUrl}/compare?jobs=${takes.map(({ id }) => id)}`, { waitUntil: "domcontentloaded" });
  await untilReady(page, slowUrl === undefined);
  await page.getByRole("button", { name: wordsOf(LANGUAGE)("compare.play"), exact: true }).click();
  const readings = await page.evaluate(readClocks, PLAYED_MS);
  await page.close();
  const distances = largestDistances(readings, takes[0]?.fps ?? 0);
  return { ...distances, starved: readings.filter(({ starved }) => starved).length / readings.length };
}

/** Every video knows its length; where nothing holds them up, each also has its data. */
function untilReady(page: Page, isFast: boolean): Promise<unknown> {
  return page.waitForFunction(
    ({ count, least }) => {
      const videos = Array.from(document.querySelectorAll("video"));
      return videos.length === count && videos.every(({ readyState }) => readyState >= least);
    },
    { count: TAKES, least: isFast ? 4 : 2 },
    { timeout: READY_WITHIN_MS },
  );
}

/** A range is answered with its beginning, and late: the browser asks again for the rest, as on a line that breaks off. */
async function inPieces(route: Route): Promise<void> {
  const [, from = "0"] = /bytes=(\d+)-/.exec(route.request().headers().range ?? "") ?? [];
  const range = `bytes=${from}-${Number(from) + PIECE_BYTES - 1}`;
  const response = await route.fetch({ headers: { ...route.request().headers(), range } });
  if (from !== "0") await new Promise((resolve) => setTimeout(resolve, PIECE_MS));
  await route.fulfill({ response });
}

function frames(count: number): string {
  return `${count.toFixed(2)} frames`;
}
