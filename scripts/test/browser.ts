import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Where a Chromium may be, best first. `chosen` is CHROMIUM_PATH: where it is set, nothing else is tried. */
export function browserCandidates(chosen: string | undefined): string[] {
  if (chosen) return [chosen];
  return [
    chromium.executablePath(),
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
}

/** Chromium refuses its own sandbox to root, and containers have a small /dev/shm. */
export function launchArguments(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : ["--disable-dev-shm-usage"];
}

/** The first of `candidates` that starts and plays H.264, which some builds of Chromium do not. */
export async function findBrowser(candidates: readonly string[]): Promise<string | undefined> {
  for (const path of candidates) {
    if (existsSync(path) && (await playsVideo(path))) return path;
  }
  return undefined;
}

async function playsVideo(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: launchArguments() });
    try {
      const page = await browser.newPage();
      const answer = await page.evaluate(() =>
        document.createElement("video").canPlayType('video/mp4; codecs="avc1.64001f"'),
      );
      return answer !== "";
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
}
