import type { Locator, Page } from "@playwright/test";

/**
 * Lets a page that is opened or loaded again count as there only when it answers. A browser says that a page is loaded before React
 * has taken it over, on a busy machine by seconds, and a key that is pressed in between is nobody's. What is opened with
 * `waitUntil: "commit"` is not waited for: that is for tests of this very time.
 */
export function waitForTakeover(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (options?.waitUntil !== "commit") await takenOver(page);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
    await takenOver(page);
    return response;
  };
}

/**
 * Every control is one of React's, and what it does after its first render is done. A page without scripts of Next is there at once; in
 * a picture that is opened by itself nothing is ever called back.
 */
export async function takenOver(page: Page): Promise<void> {
  if (!(await page.evaluate(() => document.querySelector('script[src*="/_next/"]') !== null))) return;
  await page.waitForFunction(() => {
    const isTaken = (node: Node) => Object.keys(node).some((key) => /^__react(Fiber|Container)\$/.test(key));
    const controls = document.querySelectorAll("button, input, select, textarea, main a");
    return isTaken(document) && Array.from(controls).every(isTaken);
  });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
}

/** Where something is, once it has stopped moving and nothing lies over it. */
export async function settledBox(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await locator.hover({ trial: true });
  const box = await locator.boundingBox();
  if (!box) throw new Error(`Not to be seen: ${locator}`);
  return box;
}
