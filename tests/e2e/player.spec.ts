import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { makeTake } from "@/tests/support/browser/make-take";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { settledBox } from "@/tests/support/browser/taken-over";
import { expect, test } from "@/tests/support/browser/test";

const PROMPT_ONLY = "tencent/hunyuan/text-to-video";
const WITH_REFERENCES = "happyhorse/happyhorse-1.0/reference-to-video";
const ONE_PICTURE = "happyhorse/happyhorse-1.0/image-to-video";
const FPS = 24;

let takeId: string;

test.beforeAll(async ({ request }) => {
  takeId = await makeTake(request, PROMPT_ONLY, { prompt: "A lamp swings in the wind.", seed: 42 });
});

async function open(studio: StudioPage, page: Page, path = "/") {
  await page.goto(`${path}?take=${takeId}`);
  await expect(studio.video).toBeVisible();
  await expect.poll(() => studio.video.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(0);
}

const scrubber = (studio: StudioPage) => studio.stage.getByRole("slider", { name: studio.say("player.seek") });
const frameOf = async (studio: StudioPage) => Math.floor((await studio.currentTime()) * FPS + 0.01);
/** Known once the video's length is. */
async function lastFrame(studio: StudioPage): Promise<number> {
  const last = async () => Number(await scrubber(studio).getAttribute("max"));
  await expect.poll(last).toBeGreaterThan(1);
  return last();
}
/** The only file of the composer. */
const tile = (page: Page): Locator => page.locator("[data-picture] img");
const preview = (page: Page): Locator => page.locator("[data-scrub-preview]");

async function placeOn(slider: Locator, share: number) {
  const box = await settledBox(slider);
  return { x: box.x + 8 + (box.width - 16) * share, y: box.y + box.height / 2 };
}

/** The place under the pointer: its time, and whether there is a picture of it. */
async function expectPreview(page: Page, frame: number) {
  await expect(preview(page)).toHaveAttribute("data-scrub-preview", String(frame));
  await expect(preview(page).locator("[style*=background-image]")).toBeVisible();
}

async function savedFrame(studio: StudioPage, page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    studio.button(studio.say("player.saveFrame")).click(),
  ]);
  const bytes = await readFile(await download.path());
  const { width, height } = await sharp(bytes).metadata();
  return {
    name: download.suggestedFilename(),
    size: [width, height],
    hash: createHash("sha256").update(bytes).digest("hex"),
  };
}

test("the scrubber shows the place under the mouse and goes there", async ({ studio, page }) => {
  await open(studio, page);
  // Small frames are made by ffmpeg once the take is there; without one, here when it is first played. The page asks again.
  await studio.expectToPlay();
  const slider = scrubber(studio);
  const last = await lastFrame(studio);
  const middle = await placeOn(slider, 0.5);
  await expect(async () => {
    await page.mouse.move(middle.x, middle.y - 200);
    await page.mouse.move(middle.x, middle.y);
    await expectPreview(page, Math.round(last / 2));
  }).toPass();
  const before = await studio.video.boundingBox();
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => frameOf(studio)).toBe(Math.round(last / 2));
  await expect(slider).toHaveAttribute("aria-valuetext", /^00:00:0\d:\d\d, /);
  expect(await studio.video.boundingBox()).toEqual(before);
  await page.mouse.move(middle.x, middle.y - 200);
  await expect(preview(page)).toHaveCount(0);
});

test("a loop, J K L, steps and speeds by keyboard alone", async ({ studio, page }) => {
  await open(studio, page);
  await studio.video.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press(".");
  await expect.poll(() => frameOf(studio)).toBe(21);
  await page.keyboard.press("i");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("o");
  await page.keyboard.press(",");
  await page.keyboard.press("Space");
  const seen = await studio.video.evaluate(
    (video: HTMLVideoElement) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const next: VideoFrameRequestCallback = (_, { mediaTime }) => {
          times.push(mediaTime);
          if (times.length === 40) resolve(times);
          else video.requestVideoFrameCallback(next);
        };
        video.requestVideoFrameCallback(next);
      }),
  );
  const frames = seen.map((seconds) => Math.floor(seconds * FPS + 0.01));
  // Round at least twice, and never outside for longer than a busy machine takes to jump; the video goes on for 4 s.
  expect(frames.filter((frame, index) => frame < (frames[index - 1] ?? 0)).length).toBeGreaterThanOrEqual(2);
  expect(Math.min(...frames)).toBeGreaterThanOrEqual(21);
  expect(Math.max(...frames)).toBeLessThan(31 + FPS);

  await page.keyboard.press("k");
  await studio.button(studio.say("player.clearRange")).press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const last = await lastFrame(studio);
  await expect.poll(() => frameOf(studio)).toBeLessThan(last - 20);
  await page.keyboard.press("k");
  await page.keyboard.press("l");
  await page.keyboard.press("l");
  const running = () => studio.video.evaluate((video: HTMLVideoElement) => [video.paused, video.playbackRate]);
  await expect.poll(running).toEqual([false, 2]);
  await page.keyboard.press("k");
  await expect.poll(async () => (await running())[0]).toBe(true);

  const speed = (times: string) => studio.button(studio.say("player.speed", { speed: `${times}×` }));
  await speed("2").or(speed("1")).press("Enter");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(speed("0.1")).toBeFocused();
});

test("a saved frame is the frame that was asked for, under a name that tells which", async ({ studio, page }) => {
  await open(studio, page);
  await studio.video.focus();
  await page.keyboard.press("Home");
  for (let step = 0; step < 30; step += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(() => frameOf(studio)).toBe(30);
  const thirty = await savedFrame(studio, page);
  await studio.button(studio.say("player.forward")).click();
  const next = await savedFrame(studio, page);
  await studio.button(studio.say("player.back")).click();
  const again = await savedFrame(studio, page);
  expect(thirty.size).toEqual(
    await studio.video.evaluate((video: HTMLVideoElement) => [video.videoWidth, video.videoHeight]),
  );
  expect(thirty.name).toMatch(/^\d{4}-\d\d-\d\d_.+_seed-42_[0-9a-f]{8}_frame-00030\.png$/);
  expect(next.name).toContain("frame-00031");
  expect(next.hash).not.toBe(thirty.hash);
  expect(again).toEqual(thirty);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    studio.button(studio.say("player.download")).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${thirty.name.replace("_frame-00030.png", "")}.mp4`);
});

test("a frame goes to a place in this form, and to one of another model's", async ({ studio, page }) => {
  await open(studio, page, `/models/${WITH_REFERENCES}`);
  await studio.video.focus();
  await page.keyboard.press("Shift+ArrowRight");
  const use = studio.button(studio.say("player.useFrame"));
  await use.click();
  const dialog = page.getByRole("dialog", { name: studio.say("useFrame.title") });
  await expect(dialog.getByRole("img")).toBeVisible();
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);
  await dialog.locator("section").first().getByRole("button").first().click();
  await expect(dialog).toBeHidden();
  await expect(tile(page)).toBeVisible();

  await use.click();
  const other = dialog.getByLabel(studio.say("useFrame.model"), { exact: true });
  await other.selectOption({ label: studio.model(ONE_PICTURE).name });
  await dialog.locator("section").last().getByRole("button").first().click();
  await expect(page).toHaveURL(/image-to-video/);
  await expect(tile(page)).toBeVisible();
});

test.describe("a file that cannot be decoded", () => {
  test.use({ expectedErrors: [/./] });
  test("is said to be one, and offered", async ({ studio, page }) => {
    await page.route("**/api/assets/*", (route) =>
      route.request().resourceType() === "media"
        ? route.fulfill({ status: 200, contentType: "video/mp4", body: "no video" })
        : route.continue(),
    );
    await page.goto(`/?take=${takeId}`);
    const alert = studio.stage.getByRole("alert");
    await expect(alert).toContainText(studio.say("player.broken"));
    await expect(alert.getByRole("link", { name: studio.say("player.download") })).toBeVisible();
  });
});

test("what the player shows is accessible", async ({ studio, page }) => {
  await open(studio, page);
  const player = page.getByRole("region", { name: studio.say("player.label") });
  await expect(player).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include(`[aria-label="${studio.say("player.label")}"]`)
    .analyze();
  expect(violations).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the scrubber follows a finger, and what is used less is in a menu", async ({ studio, page }) => {
    await page.goto(`/?take=${takeId}`);
    const panels = page.getByRole("navigation", { name: studio.say("panels.label") });
    await panels.getByRole("button", { name: studio.say("panels.watch") }).tap();
    await expect(studio.video).toBeVisible();
    const slider = scrubber(studio);
    await expect.poll(() => studio.video.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(0);
    const last = await lastFrame(studio);
    const to = await placeOn(slider, 0.75);
    await page.touchscreen.tap(to.x, to.y);
    await expect.poll(() => frameOf(studio)).toBe(Math.round(last * 0.75));

    const small = await studio.stage
      .getByRole("region", { name: studio.say("player.label") })
      .locator("button:visible, input:visible")
      .evaluateAll((controls) =>
        controls
          .map((control) => control.getBoundingClientRect())
          .filter(({ width, height }) => width < 44 || height < 44)
          .map(({ width, height }) => `${width} × ${height}`),
      );
    expect(small).toEqual([]);
    await expect(studio.button(studio.say("player.saveFrame"))).toBeHidden();
    await studio.button(studio.say("player.more")).tap();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: studio.say("player.saveFrame") }).tap(),
    ]);
    expect(download.suggestedFilename()).toContain(`frame-${String(Math.round(last * 0.75)).padStart(5, "0")}`);
  });
});
