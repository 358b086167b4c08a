import { test as base, expect } from "@playwright/test";
import { StudioPage } from "./studio-page";

/**
 * Browser tests run against the studio that the global set-up started. Whatever a page logs as an error, and every exception
 * that nobody catches, fails the test: nothing may go wrong unseen.
 */
export const test = base.extend<{ studio: StudioPage; quiet: undefined; expectedErrors: RegExp[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  baseURL: async ({}, use) => use(process.env.STUDIO_URL ?? ""),
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
