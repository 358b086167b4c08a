import { type BrowserContext, test as base, expect } from "@playwright/test";
import { startStudio } from "../studio";
import { StudioPage } from "./studio-page";
import { leakIn } from "./watch-answers";

type PerTest = { studio: StudioPage; quiet: undefined; confined: undefined; expectedErrors: RegExp[] };
type PerWorker = { studioUrl: string };

/**
 * Browser tests run against a studio of their worker's own, so that workers do not see each other's takes; one that is given as
 * STUDIO_URL is used instead. Whatever a page logs as an error, and every exception that nobody catches, fails the test:
 * nothing may go wrong unseen.
 */
export const test = base.extend<PerTest, PerWorker>({
  studioUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      if (process.env.STUDIO_URL) return use(process.env.STUDIO_URL);
      const studio = await startStudio();
      await use(studio.url);
      await studio.stop();
      await studio.clear();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ studioUrl }, use) => use(studioUrl),
  confined: [
    async ({ browser }, use) => {
      const looked: Promise<string[]>[] = [];
      const listen = (context: BrowserContext) =>
        context.on("response", (response) => looked.push(leakIn(response).catch(() => [])));
      browser.on("context", listen);
      await use(undefined);
      browser.off("context", listen);
      expect((await Promise.all(looked)).flat()).toEqual([]);
    },
    { auto: true },
  ],
  expectedErrors: [[], { option: true }],
  quiet: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
      });
      await use(undefined);
      expect(errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
  studio: async ({ page, locale }, use) => use(new StudioPage(page, locale ?? "en-US")),
});

export { expect };
