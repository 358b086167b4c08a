import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "../start/build";
import { getBrowser } from "./get-browser";
import { ofExitCode, ofPlaywright, type Tally } from "./tally";
import { runPackage } from "./tool";

/** Playwright on the production build, which is made where it is stale: the `files` named, else all. Undefined where it could not start. */
export async function runBrowserTests(
  files: readonly string[] = [],
  extra: Record<string, string> = {},
): Promise<number | undefined> {
  const browser = await getBrowser(process.env.CHROMIUM_PATH);
  if (!browser) {
    console.log(
      "No browser: install Chromium or Chrome, or set CHROMIUM_PATH to one. `npm run check` does all the rest.",
    );
    return undefined;
  }
  try {
    await ensureBuild(process.cwd(), console.log);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return undefined;
  }
  return runPackage("@playwright/test/cli.js", ["test", ...files], { CHROMIUM_PATH: browser, ...extra });
}

/** The same, counted; in this run a test that fails is tried once more (playwright.config.ts). */
export async function countBrowserTests(
  files: readonly string[] = [],
  extra: Record<string, string> = {},
): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "dailies-browser-tests-"));
  const path = join(folder, "playwright.json");
  try {
    const code = await runBrowserTests(files, { ...extra, TEST_REPORT: path });
    return code === undefined ? ofExitCode(1) : ofPlaywright(await readReport(path), code);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The JSON that a runner wrote; undefined where it wrote none. */
export async function readReport(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}
