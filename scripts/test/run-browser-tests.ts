import { ensureBuild } from "../start/build";
import { getBrowser } from "./get-browser";
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
