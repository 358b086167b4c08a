import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";
import { type Studio, startStudio } from "@/tests/support/studio";

const TEXT_ONLY = "tencent/hunyuan/text-to-video";
const TAKE = JSON.parse(readFileSync("lib/models/data/example/take.json", "utf8"));
const promptOf = (studio: StudioPage): string => TAKE.prompts[studio.language];

let server: Studio;

// The studios of the other files have takes.
test.beforeAll(async () => {
  server = await startStudio();
});
test.afterAll(async () => {
  await server.stop();
  await server.clear();
});

const playButton = (studio: StudioPage): Locator =>
  studio.stage.getByRole("button", { name: studio.say("first.play") });

async function expectMoving(studio: StudioPage): Promise<void> {
  await expect.poll(() => studio.currentTime()).toBeGreaterThan(0.2);
  await expect(studio.video).toHaveJSProperty("paused", false);
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a first visit opens on an example that plays, and leads to the form", async ({ studio, page }) => {
    const { say } = studio;
    const panel = (name: "compose" | "watch") =>
      page
        .getByRole("navigation", { name: say("panels.label") })
        .getByRole("button", { name: say(`panels.${name}`), exact: true });
    await page.goto(server.url);
    await expect(playButton(studio)).toBeInViewport();
    await expect(studio.stage.getByText(promptOf(studio), { exact: true })).toBeVisible();
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBe(window);
    await playButton(studio).tap();
    await expectMoving(studio);

    await studio.stage.getByRole("button", { name: say("first.write"), exact: true }).tap();
    await expect(panel("compose")).toHaveAttribute("aria-current", "true");
    await expect(studio.prompt).toBeFocused();

    await panel("watch").tap();
    await studio.stage.getByRole("button", { name: say("first.fill"), exact: true }).tap();
    await expect(page.getByText(say("composer.exampleLoaded"), { exact: true })).toBeVisible();
    await expect(studio.prompt).toHaveValue(promptOf(studio));
  });
});

test("the example plays by keyboard, fills the form exactly, gives back what was there, and goes with the first take", async ({
  studio,
  page,
}) => {
  const { say } = studio;
  const fill = studio.stage.getByRole("button", { name: say("first.fill"), exact: true });
  const requested: string[] = [];
  page.on("request", (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(server.url);
  await expect(playButton(studio)).toBeVisible();
  expect(requested.filter((path) => path.endsWith(".mp4"))).toEqual([]);
  await playButton(studio).focus();
  await page.keyboard.press("Enter");
  await expect(studio.video).toBeFocused();
  await expectMoving(studio);
  await page.keyboard.press(" ");
  await expect(studio.video).toHaveJSProperty("paused", true);
  expect(await studio.video.evaluate((video) => (video as HTMLVideoElement).videoWidth)).toBe(TAKE.film.width);
  expect(requested.filter((path) => path.endsWith(".mp4"))).toContain(`/example/${studio.language}.mp4`);

  await studio.prompt.fill("Mine.");
  await fill.click();
  await expect(studio.prompt).toHaveValue(promptOf(studio));
  await expect(studio.seconds).toHaveValue(String(TAKE.settings.duration));
  await expect(page.getByText(say("media.count", { count: 3, max: 9 }), { exact: true })).toBeVisible();
  await page
    .getByRole("status")
    .filter({ hasText: say("composer.exampleLoaded") })
    .getByRole("button", { name: say("composer.undo"), exact: true })
    .click();
  await expect(studio.prompt).toHaveValue("Mine.");
  await studio.stage.getByRole("button", { name: say("first.write"), exact: true }).press("Enter");
  await expect(studio.prompt).toBeFocused();
  const models = studio.stage.getByRole("link", { name: say("first.list"), exact: true });
  await expect(models).toHaveAttribute("href", "/models");
  await expect(studio.stage.getByRole("link", { name: say("first.add"), exact: true })).toHaveAttribute(
    "href",
    "/models/add",
  );

  await page.goto(`${server.url}/models/${TEXT_ONLY}`);
  await fill.click();
  await page.waitForURL(`**/models/${TAKE.modelId}`);
  await expect(studio.prompt).toHaveValue(promptOf(studio));

  await page.goto(`${server.url}/models/${TEXT_ONLY}`);
  await expect(playButton(studio)).toBeVisible();
  await studio.prompt.fill("[refuse] A kite.");
  await studio.generate();
  await studio.expectState("failed");
  await expect(playButton(studio)).toHaveCount(0);
});
