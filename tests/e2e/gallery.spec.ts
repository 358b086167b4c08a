import type { Page } from "@playwright/test";
import { makeSmallTake } from "@/tests/support/browser/make-take";
import { expect, test } from "@/tests/support/browser/test";

/** In the prompts of this run's takes and of no other. */
const WORD = `quetzal${Date.now().toString(36)}`;
let older = "";
let newer = "";

test.beforeAll(async ({ request }) => {
  older = await makeSmallTake(request, `A ${WORD} over a calm lake.`);
  newer = await makeSmallTake(request, `A ${WORD} above the clouds.`);
  expect((await request.patch(`/api/jobs/${older}`, { data: { favourite: true } })).ok()).toBe(true);
});

const tile = (page: Page, id: string) => page.locator(`a[href="/jobs/${id}"]`);
const tiles = (page: Page) => page.locator("a[data-take]");

test("takes are searched, marked off and found again by the address", async ({ studio, page }) => {
  await page.goto("/gallery?bogus=1");
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(tile(page, newer)).toBeVisible();

  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: studio.say("filters.search") });
  await expect(search).toBeFocused();
  await search.pressSequentially(`${WORD} clouds`);
  await expect(page).toHaveURL(`/gallery?q=${WORD}+clouds`);
  await expect(tiles(page)).toHaveCount(1);
  await search.fill(WORD);
  await expect(tiles(page)).toHaveCount(2);
  await expect(page.getByText(studio.say("gallery.count", { count: 2 }), { exact: true })).toBeVisible();

  await studio.button(studio.say("filters.favourites")).click();
  await expect(page).toHaveURL(/favourite=1/);
  await expect(tiles(page)).toHaveCount(1);
  await expect(tile(page, older)).toHaveAccessibleName(new RegExp(studio.say("gallery.favourite")));
  await tile(page, older).click();
  await expect(page).toHaveURL(`/jobs/${older}`);
  await page.goBack();
  await expect(tiles(page)).toHaveCount(1);
  await studio.button(studio.say("filters.remove", { what: studio.say("filters.favourites") })).click();
  await expect(tiles(page)).toHaveCount(2);
  await page.getByRole("combobox", { name: studio.say("filters.sort") }).selectOption("oldest");
  await expect(tiles(page).first()).toHaveAttribute("href", `/jobs/${older}`);

  await page.goto(`/gallery?q=${WORD}&rating=5`);
  await expect(page.getByText(studio.say("gallery.nothingFound"), { exact: true })).toBeVisible();
  await studio.button(studio.say("gallery.clearFilters")).click();
  await expect(tile(page, newer)).toBeVisible();
});

test("one video plays at a time, under the pointer or the focus", async ({ page }) => {
  await page.goto(`/gallery?q=${WORD}`);
  const video = page.locator("video");
  const address = () => video.evaluate((element: HTMLVideoElement) => (element.paused ? "" : element.src));
  const playsAnotherThan = async (film: string) => ![film, ""].includes(await address());
  await expect(video).toHaveCount(0);
  await tile(page, newer).hover();
  await expect(tile(page, newer).getByText("Hunyuan")).toHaveCSS("opacity", "1");
  await expect.poll(address).toContain("/api/assets/");
  const first = await address();
  await tile(page, older).hover();
  await expect.poll(() => playsAnotherThan(first)).toBe(true);
  await expect(video).toHaveCount(1);
  await page.mouse.move(0, 0);
  await expect(video).toHaveCount(0);

  await page.getByRole("searchbox").focus();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(tile(page, newer)).toBeFocused({ timeout: 100 });
  }).toPass();
  await expect.poll(address).toBe(first);
  await page.keyboard.press("ArrowRight");
  await expect(tile(page, older)).toBeFocused();
  await expect.poll(() => playsAnotherThan(first)).toBe(true);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/jobs/${newer}`);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("filters are chosen in a dialog", async ({ studio, page }) => {
    await page.goto(`/gallery?q=${WORD}`);
    await studio.button(studio.say("filters.label")).tap();
    const dialog = page.getByRole("dialog", { name: studio.say("filters.label") });
    await dialog.getByRole("combobox", { name: studio.say("filters.kind") }).selectOption("image");
    await dialog.getByRole("button", { name: studio.say("filters.show") }).tap();
    await expect(page.getByText(studio.say("gallery.nothingFound"), { exact: true })).toBeVisible();
    await studio.button(studio.say("filters.remove", { what: studio.say("filters.kinds.image") })).tap();
    await expect(tiles(page)).toHaveCount(2);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBe(window);
  });
});
