import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { launchArguments } from "../test/browser";
import type { Line } from "./report";

const ROWS = 5_000;
const POSTER = readFileSync(join("public", "samples", "fox.webp"));

type Scrolled = {
  rows: number;
  takes: number;
  videosAtOnce: number;
  frames: number;
  longFrames: number;
  longestMs: number;
};

/** The gallery in a browser, scrolled through thousands of rows as they are loaded, with the pointer over the takes. */
export async function scrollingLines(studioUrl: string, executablePath: string): Promise<Line[]> {
  const browser = await chromium.launch({ executablePath, args: launchArguments() });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
    // The takes are only rows of a database: a real picture stands for all of theirs.
    await page.route("**/poster", (route) => route.fulfill({ body: POSTER, contentType: "image/webp" }));
    await page.goto(`${studioUrl}/gallery`, { waitUntil: "networkidle" });
    const devTools = await page.context().newCDPSession(page);
    const before = await sizeOf(page, devTools);
    await page.mouse.move(700, 450);
    const scrolled = await page.evaluate(scrollRows, ROWS);
    const after = await sizeOf(page, devTools);
    const whole = (value: number) => value.toLocaleString("en-US");
    return [
      { what: "  rows scrolled in a browser", value: whole(scrolled.rows), promise: whole(ROWS) },
      { what: "  takes that are loaded then", value: whole(scrolled.takes) },
      { what: "  elements in the document, before / after", value: `${before.elements} / ${after.elements}` },
      { what: "  heap, before / after", value: `${before.megabytes.toFixed(1)} / ${after.megabytes.toFixed(1)} MB` },
      { what: "  video elements at once, at most", value: String(scrolled.videosAtOnce), promise: "1" },
      { what: "  frames longer than 50 ms", value: `${scrolled.longFrames} of ${whole(scrolled.frames)}` },
      { what: "  longest frame", value: `${scrolled.longestMs.toFixed(0)} ms` },
    ];
  } finally {
    await browser.close();
  }
}

async function sizeOf(page: Page, devTools: CDPSession) {
  await devTools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devTools.send("Runtime.getHeapUsage");
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  return { megabytes: usedSize / 1_000_000, elements };
}

/** Runs in the page: half a screen a frame; where the loaded rows end, it waits for more. */
async function scrollRows(goal: number): Promise<Scrolled> {
  const PATIENCE_MS = 30_000;
  const tops = new Set<string>();
  const result = { rows: 0, takes: 0, videosAtOnce: 0, frames: 0, longFrames: 0, longestMs: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      result.longFrames += 1;
      result.longestMs = Math.max(result.longestMs, duration);
    }
  }).observe({ type: "long-animation-frame" });
  let movedAtMs = performance.now();
  while (tops.size < goal && performance.now() - movedAtMs < PATIENCE_MS) {
    const from = scrollY;
    scrollBy({ top: innerHeight / 2, behavior: "instant" });
    if (scrollY > from) movedAtMs = performance.now();
    await new Promise(requestAnimationFrame);
    result.frames += 1;
    for (const tile of document.querySelectorAll<HTMLElement>("li[aria-posinset]")) {
      if (Number.parseFloat(tile.style.top) < scrollY + innerHeight) tops.add(tile.style.top);
      result.takes = Math.max(result.takes, Number(tile.ariaPosInSet));
    }
    result.videosAtOnce = Math.max(result.videosAtOnce, document.querySelectorAll("video").length);
  }
  return { ...result, rows: tops.size };
}
