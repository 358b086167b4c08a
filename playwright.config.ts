import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";
import { browserCandidates, launchArguments } from "@/scripts/test/browser";
import { browserLocale } from "@/tests/support/browser/language";

const executablePath = browserCandidates(process.env.CHROMIUM_PATH).find(existsSync);
const report = process.env.TEST_REPORT;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // Each has a studio of its own. A take is mostly waited for; more than two would wait for each other on a small machine.
  workers: 2,
  // A run that is counted tells by its name what passed only then.
  retries: report ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    locale: browserLocale(process.env.TEST_LANGUAGE),
    // Each test pays for keeping one, and its film of every frame would take as much as the browser itself.
    trace: { mode: report ? "on-first-retry" : "retain-on-failure", screenshots: false },
    launchOptions: { args: launchArguments(), ...(executablePath && { executablePath }) },
  },
});
