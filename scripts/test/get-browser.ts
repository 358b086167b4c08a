import { existsSync } from "node:fs";
import { browserCandidates, findBrowser } from "./browser";
import { run, runPackage } from "./tool";

const APT = "/usr/bin/apt-get";
const CJK_FONTS = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/** A browser for the tests: one that is there, else Playwright's own, else Debian's. Undefined where none can be had. */
export async function getBrowser(chosen: string | undefined): Promise<string | undefined> {
  const candidates = browserCandidates(chosen);
  const find = () => findBrowser(candidates);
  const found = (await find()) ?? (chosen ? undefined : await install(find));
  if (found && mayInstall() && !existsSync(CJK_FONTS)) await installFonts();
  return found;
}

async function install(find: () => Promise<string | undefined>): Promise<string | undefined> {
  console.log("No browser that plays H.264 is here; trying Playwright's own …");
  await runPackage("playwright/cli.js", ["install", "chromium"]);
  const own = await find();
  if (own || !mayInstall()) return own;
  console.log("Trying Debian's …");
  await run(APT, ["update"]);
  await run(APT, ["install", "-y", "--no-install-recommends", "chromium"]);
  return find();
}

/** Without them Korean, Japanese and Chinese show as boxes, which no test measures: going on is fine. */
async function installFonts(): Promise<void> {
  const code = await run(APT, ["install", "-y", "--no-install-recommends", "fonts-noto-cjk"]);
  if (code !== 0) console.log("No CJK fonts could be installed; going on without.");
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync(APT);
}
