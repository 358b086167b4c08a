import { type BrowserContext, test as base, expect } from "@playwright/test";
import { startStudio } from "../studio";
import { useFreshConnections } from "./fresh-connections";
import { StudioPage } from "./studio-page";
import { waitForTakeover } from "./taken-over";
import { leakIn } from "./watch-answers";

type PerTest = {
  studio: StudioPage;
  quiet: undefined;
  expectedErrors: RegExp[];
  /** Where a test tries what the pages' policy forbids. */
  breaksPolicy: boolean;
  lawful: undefined;
  confined: undefined;
};
type PerWorker = { studioUrl: string };

/** Playwright, which keeps a trace, asks once more for a picture that no browser could draw; no page fetches such an address. */
const BY_PLAYWRIGHT = /^Connecting to 'blob:/;

/**
 * Browser tests run against a studio of their worker's own, so that workers do not see each other's takes; one that is given as
 * STUDIO_URL is used instead. Whatever a page logs as an error, and every exception that nobody catches, fails the test, and so does
 * whatever any page of any context tries against its Content-Security-Policy, and a secret of the studio in any of its answers: nothing
 * may go wrong unseen.
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
  context: async ({ context }, use) => {
    context.on("page", waitForTakeover);
    useFreshConnections(context.request);
    await use(context);
  },
  // What a script asks for is answered in its own language, like what a page asks for.
  request: async ({ playwright, baseURL, locale }, use) => {
    const request = await playwright.request.newContext({
      ...(baseURL && { baseURL }),
      extraHTTPHeaders: { "accept-language": locale ?? "en-US" },
    });
    useFreshConnections(request);
    await use(request);
    await request.dispose();
  },
  breaksPolicy: [false, { option: true }],
  lawful: [
    async ({ browser, breaksPolicy }, use) => {
      const broken: string[] = [];
      // The browser logs each violation, also those of workers and of pages without scripts.
      const listen = (context: BrowserContext) =>
        context.on("console", (message) => {
          const text = message.text();
          if (/Content Security Policy/i.test(text) && !BY_PLAYWRIGHT.test(text)) broken.push(text);
        });
      browser.on("context", listen);
      await use(undefined);
      browser.off("context", listen);
      if (!breaksPolicy) expect(broken).toEqual([]);
    },
    { auto: true },
  ],
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
      const expected = [...expectedErrors, BY_PLAYWRIGHT];
      expect(errors.filter((error) => !expected.some((pattern) => pattern.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
  studio: async ({ page, locale }, use) => use(new StudioPage(page, locale ?? "en-US")),
});

export { expect };
