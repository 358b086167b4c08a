import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser/test";

/** Tab, until `target` has the focus. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

test("a take is composed, sent, watched and left by keyboard alone", async ({ studio, page }) => {
  await studio.open();
  await tabTo(page, studio.button(studio.say("composer.loadExample")));
  await page.keyboard.press("Enter");
  await expect(page.getByText(studio.say("composer.exampleLoaded"), { exact: true })).toBeVisible();
  await tabTo(page, studio.seconds);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("3");
  await page.keyboard.press("Tab");
  await studio.generate(() => page.keyboard.press("Control+Enter"));
  await studio.expectState("running");
  await expect(studio.video).toBeVisible({ timeout: 60_000 });

  await tabTo(page, studio.video);
  await page.keyboard.press(" ");
  await expect.poll(() => studio.currentTime()).toBeGreaterThan(0.2);
  await page.keyboard.press(" ");
  await page.keyboard.press("Home");
  await expect.poll(() => studio.currentTime()).toBeLessThan(0.05);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => studio.currentTime()).toBeGreaterThan(0.05);
});

test("the model is changed by keyboard: search, arrow, Enter", async ({ studio, page }) => {
  await studio.open();
  await tabTo(page, page.getByRole("button", { name: studio.say("composer.changeModel") }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: studio.say("composer.searchModels") })).toBeFocused();
  await page.keyboard.type("hunyuan");
  await expect(page.getByRole("dialog").getByRole("option")).toHaveCount(1);
  await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toContainText("tencent/hunyuan");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/models\/tencent\/hunyuan\/text-to-video$/);
});

test("? lists the keys, Escape closes the list and gives the focus back", async ({ studio, page }) => {
  await studio.open();
  const opener = studio.button(studio.say("nav.keys"));
  await opener.focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: studio.say("keys.title") })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("an Enter that confirms a composed character sends nothing", async ({ studio, page }) => {
  await studio.open("tencent/hunyuan/text-to-video");
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await studio.prompt.fill("비 오는 골목");
  await studio.prompt.dispatchEvent("keydown", { key: "Enter", ctrlKey: true, isComposing: true, bubbles: true });
  await expect(studio.prompt).toHaveValue("비 오는 골목");
  expect(posts).toEqual([]);
});
