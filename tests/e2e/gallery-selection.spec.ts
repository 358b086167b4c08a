import { execFileSync } from "node:child_process";
import type { Locator, Page } from "@playwright/test";
import { makeSmallTake } from "@/tests/support/browser/make-take";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { settledBox } from "@/tests/support/browser/taken-over";
import { expect, test } from "@/tests/support/browser/test";

/** Of this run alone: a worker that starts again makes its takes again. */
const WORD = `quagga${Date.now().toString(36)}`;

/** The newest first, as the gallery shows them. */
let ids: string[] = [];
test.beforeAll(async ({ request }) => {
  test.setTimeout(180_000);
  for (const name of ["first", "second", "third", "fourth"]) {
    ids.unshift(await makeSmallTake(request, `The ${name} ${WORD}.`));
  }
});
test.afterAll(() => {
  ids = [];
});

const tile = (page: Page, at: number): Locator => page.locator(`[data-take="${ids[at]}"]`);

async function openGallery(page: Page) {
  await page.goto(`/gallery?q=${WORD}`);
  await expect(tile(page, 3)).toBeVisible();
}

async function expectSelected(page: Page, studio: StudioPage, places: readonly number[]) {
  const name = new RegExp(studio.say("bulk.isSelected"));
  for (const at of [0, 1, 2, 3]) {
    if (places.includes(at)) await expect(tile(page, at)).toHaveAccessibleName(name);
    else await expect(tile(page, at)).not.toHaveAccessibleName(name);
  }
}

/** From the middle of one tile to the middle of another, by mouse; the button stays down. */
async function drag(page: Page, from: Locator, to: Locator) {
  const [end, start] = [await settledBox(to), await settledBox(from)];
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2 + 20, { steps: 5 });
}

test("takes are selected by mouse, and made favourites, collected, downloaded, deleted and brought back", async ({
  studio,
  page,
}) => {
  const { say } = studio;
  const bar = page.getByRole("region", { name: say("bulk.label") });
  const press = (name: "favourite" | "collect" | "download" | "undo") =>
    bar.getByRole("button", { name: say(`bulk.${name}`), exact: true }).click();
  await openGallery(page);
  await drag(page, tile(page, 0), tile(page, 2));
  await expectSelected(page, studio, [0, 1, 2]);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expectSelected(page, studio, []);
  await expect(page).toHaveURL(/gallery/);

  await drag(page, tile(page, 0), tile(page, 1));
  await page.mouse.up();
  await expectSelected(page, studio, [0, 1]);
  await tile(page, 3).click({ modifiers: ["ControlOrMeta"] });
  await tile(page, 0).click();
  await expectSelected(page, studio, [1, 3]);
  await tile(page, 1).click({ modifiers: ["Shift"] });
  await expectSelected(page, studio, [0, 1, 3]);
  await expect(bar.getByText(say("bulk.selected", { count: 3 }), { exact: true })).toBeVisible();

  await press("favourite");
  await expect(bar.getByText(say("bulk.favourited", { count: 3 }), { exact: true })).toBeVisible();
  await expect(tile(page, 1)).toHaveAccessibleName(new RegExp(say("gallery.favourite")));
  await press("collect");
  await page.getByRole("menuitem", { name: say("bulk.newCollection") }).click();
  await page.getByRole("textbox", { name: say("collections.name") }).fill("Plains");
  await page.keyboard.press("Enter");
  await expect(bar.getByText(say("bulk.collected", { count: 3, name: "Plains" }), { exact: true })).toBeVisible();

  const download = page.waitForEvent("download");
  await press("download");
  const zip = await (await download).path();
  const names = execFileSync("unzip", ["-Z1", zip], { encoding: "utf8" }).trim().split("\n");
  const expected = [0, 1, 3].flatMap((at) => ["mp4", "json"].map((type) => `${ids[at]?.slice(0, 8)}.${type}`));
  expect(names.map((name) => name.replace(/^.*_/, ""))).toEqual(expected);

  await page.keyboard.press("d");
  await expect(bar.getByText(say("bulk.trashed", { count: 3 }), { exact: true })).toBeVisible();
  await expect(tile(page, 0)).toBeHidden();
  await press("undo");
  await expect(bar.getByText(say("bulk.restored", { count: 3 }), { exact: true })).toBeVisible();
  await page.reload();
  await expect(tile(page, 0)).toBeVisible();
});

test("takes are selected and compared by keyboard", async ({ studio, page }) => {
  await openGallery(page);
  await tile(page, 0).focus();
  await page.keyboard.press("ArrowRight");
  await expect(tile(page, 1)).toBeFocused();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expectSelected(page, studio, [1, 2, 3]);
  await page.keyboard.press("Shift+ArrowLeft");
  await expectSelected(page, studio, [1, 2]);
  await page.keyboard.press("Escape");
  await expectSelected(page, studio, []);
  await page.keyboard.press("ControlOrMeta+a");
  await expectSelected(page, studio, [0, 1, 2, 3]);
  await page.keyboard.press("Space");
  await expectSelected(page, studio, [0, 1, 3]);
  await expect(page.getByRole("region", { name: studio.say("bulk.label") })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(new RegExp(`/compare\\?jobs=${ids[0]},${ids[1]},${ids[3]}`));
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a resting finger starts selecting, and taps go on", async ({ studio, page }) => {
    await openGallery(page);
    const box = await settledBox(tile(page, 1));
    const finger = { x: box.x + 40, y: box.y + 60 };
    const session = await page.context().newCDPSession(page);
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger] });
    await expectSelected(page, studio, [1]);
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await tile(page, 2).tap();
    await expectSelected(page, studio, [1, 2]);
    const bar = page.getByRole("region", { name: studio.say("bulk.label") });
    await expect(bar).toBeInViewport();
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBe(window);
    await studio.button(studio.say("bulk.clear")).tap();
    await expectSelected(page, studio, []);
  });
});
