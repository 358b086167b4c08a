import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { ANY, like } from "@/tests/support/browser/say";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { settledBox } from "@/tests/support/browser/taken-over";
import { expect, test } from "@/tests/support/browser/test";
import { bitmap, heicHead, noise, phonePicture, plain } from "@/tests/support/pictures";
import { smallWebm } from "@/tests/support/small-webm";

/** One picture of at least 300 pixels a side, a ratio of 0.4 to 2.5, JPEG, PNG or WebP, at most 10 MB. */
const ONE = "happyhorse/happyhorse-1.0/image-to-video";
const PORTRAIT = "community/fantasy-portrait/image-to-video";
const NINE = "happyhorse/happyhorse-1.0/reference-to-video";

/** The studio encodes every picture anew, one at a time. */
const STORED_WITHIN_MS = 60_000;

type Chosen = { name: string; buffer: Buffer };

/** What was chosen may call itself what it likes: every file says that it is a JPEG. */
async function choose(page: Page, ...files: Chosen[]): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(files.map((file) => ({ ...file, mimeType: "image/jpeg" })));
}

function uploadsOf(page: Page): string[] {
  const uploads: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/api/uploads")) uploads.push(request.url());
  });
  return uploads;
}

const form = ({ page, say }: StudioPage) => page.getByRole("form", { name: say("composer.title") });
const tiles = (studio: StudioPage) => form(studio).locator("[data-tile]");
const ready = (studio: StudioPage) => tiles(studio).getByText(studio.say("media.ready"), { exact: true });
const fix = (studio: StudioPage, what: "scale" | "crop" | "convert" | "again") =>
  tiles(studio).getByRole("button", {
    name: studio.say("checks.fixOf", { fix: studio.say(`checks.${what}`), name: "" }),
  });
const frame = (studio: StudioPage): Locator =>
  studio.page.getByRole("application", { name: studio.say("checks.cropFrame") });

/** The file that the first tile shows, as the studio stores it. */
async function stored(studio: StudioPage) {
  await expect(ready(studio).first()).toBeVisible({ timeout: STORED_WITHIN_MS });
  const address = await tiles(studio).first().locator("img").getAttribute("src");
  const answer = await studio.page.request.get(address ?? "");
  const picture = sharp(await answer.body());
  const { data, info } = await picture.clone().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colourAt = (index: number) => ((data[index] ?? 0) > (data[index + 2] ?? 0) ? "red" : "blue");
  const { format, exif, orientation } = await picture.metadata();
  return {
    size: [info.width, info.height],
    format,
    colours: [colourAt(0), colourAt(data.length - 3)],
    secrets: [exif, orientation],
  };
}

test("what cannot be used is refused with what to do, before anything is sent", async ({ studio, page }) => {
  const uploads = uploadsOf(page);
  await studio.open(NINE);
  const red = sharp(await plain("image/png", { width: 500, height: 500 }));
  await choose(
    page,
    { name: "a.jpg", buffer: heicHead() },
    { name: "b.jpg", buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>') },
    { name: "c.jpg", buffer: await red.clone().gif().toBuffer() },
    { name: "d.jpg", buffer: await red.clone().avif().toBuffer() },
    { name: "e.jpg", buffer: await red.clone().tiff().toBuffer() },
    { name: "f.jpg", buffer: await plain("image/png", { width: 399, height: 900 }) },
    { name: "g.jpg", buffer: (await noise("image/jpeg", { width: 500, height: 500 })).subarray(0, 300) },
    { name: "h.jpg", buffer: Buffer.from("not a picture at all") },
  );
  await expect(tiles(studio).getByText(studio.say("media.refused"), { exact: true })).toHaveCount(8);
  const { say } = studio;
  const type = (advice: string, name: string) =>
    say("issues.wrongMediaType", { advice, name, names: "JPEG, PNG, WebP", target: "JPEG" });
  const problems = [
    type("heic", "HEIC"),
    type("svg", "SVG"),
    type("gif", "GIF"),
    type("save", "AVIF"),
    type("save", "TIFF"),
    say("issues.sideTooShort", { media: "image", width: 399, height: 900, min: 400 }),
    say("problems.unreadableFile", { reason: "damaged" }),
    type("none", "text/plain"),
  ];
  for (const [at, problem] of problems.entries()) {
    const named = say("media.named", { name: `character${at + 1}`, problem });
    await expect(form(studio).getByText(named)).toBeVisible();
  }
  await expect(tiles(studio).getByRole("button", { name: new RegExp(studio.say("checks.scale")) })).toHaveCount(0);
  expect(uploads).toEqual([]);
});

test("the server refuses the same files in the same words", async ({ studio, request }) => {
  const send = (data: Buffer) => request.post("/api/uploads", { data, headers: { "content-type": "image/jpeg" } });
  const heic = await send(heicHead());
  expect(heic.status()).toBe(415);
  expect(await heic.json()).toMatchObject({
    code: "unsupportedType",
    detail: expect.stringMatching(
      like(studio.say("problems.unsupportedType", { advice: "heic", name: "HEIC", names: ANY, target: "JPEG" })),
    ),
  });
  const cut = await send((await noise("image/jpeg", { width: 500, height: 500 })).subarray(0, 300));
  expect(cut.status()).toBe(422);
  expect((await cut.json()).detail).toBe(studio.say("problems.unreadableFile", { reason: "damaged" }));

  const { asset } = await (await send(await plain("image/png", { width: 299, height: 500 }))).json();
  const refused = await request.post("/api/jobs", {
    data: { modelId: ONE, input: { image_url: asset.ref, prompt: "A walk." } },
  });
  expect(refused.status()).toBe(422);
  const size = { media: "image", width: 299, height: 500, min: 300 };
  expect((await refused.json()).errors).toContainEqual({
    field: "image_url",
    code: "sideTooShort",
    params: size,
    message: studio.say("issues.sideTooShort", size),
  });
});

test("a video is measured in the page, and one that cannot be used is not sent", async ({ studio, page }) => {
  await studio.open(PORTRAIT);
  const video = page
    .getByRole("region", { name: studio.model(PORTRAIT).title("160_video") })
    .locator('input[type="file"]');
  await page.route("**/api/uploads?*", () => undefined);
  await video.setInputFiles({ name: "a.webm", mimeType: "text/plain", buffer: Buffer.from(smallWebm()) });
  const clip = tiles(studio).first();
  await expect(clip).toContainText("WebM");
  await expect(clip).toContainText(/32 × 18|0:00/);
  await studio.button(studio.say("media.remove", { name: "a.webm" })).click();
  const uploads = uploadsOf(page);
  await video.setInputFiles({
    name: "b.mp4",
    mimeType: "video/mp4",
    buffer: Buffer.from("\0\0\0\x14ftypqt  \0\0\0\0qt  "),
  });
  const refusal = { advice: "save", name: "QuickTime (MOV)", names: ANY, target: "MP4" };
  await expect(form(studio).getByText(like(studio.say("issues.wrongMediaType", refusal)))).toBeVisible();
  expect(uploads).toEqual([]);
});

test("a picture of a wrong shape is cropped by mouse", async ({ studio, page }) => {
  const uploads = uploadsOf(page);
  await studio.open(ONE);
  await choose(page, { name: "wide.jpg", buffer: await plain("image/jpeg", { width: 2600, height: 800 }) });
  const shape = {
    media: "image",
    width: 2600,
    height: 800,
    ratio: 3.25,
    bounds: "between",
    minRatio: 0.4,
    maxRatio: 2.5,
  };
  await expect(form(studio).getByText(studio.say("issues.ratioOutOfBounds", shape))).toBeVisible();
  await fix(studio, "crop").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/2,000 × 800/)).toBeVisible();
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);

  const box = await settledBox(frame(studio));
  const corner = { x: box.x + box.width, y: box.y + box.height };
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  await page.mouse.move(corner.x - box.width / 2, corner.y, { steps: 4 });
  await page.mouse.up();
  await expect(dialog.getByText(/^(99\d|1,00\d) × 800/)).toBeVisible();
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + 30, { steps: 4 });
  await page.mouse.up();
  await expect(dialog.getByText(studio.say("checks.cropTooSmall", { min: 300 }))).toBeVisible();
  const crop = dialog.getByRole("button", { name: studio.say("checks.crop"), exact: true });
  await expect(crop).toBeDisabled();
  await dialog.getByRole("button", { name: studio.say("checks.cropLargest") }).click();
  await crop.click();
  const facts = (width: number) => studio.say("checks.facts", { width, height: 800, size: ANY });
  const fixed = studio.say("checks.fixed", { before: facts(2600), after: facts(2000) });
  await expect(form(studio).getByText(like(fixed))).toBeVisible();
  expect((await stored(studio)).size).toEqual([2000, 800]);
  expect(uploads).toHaveLength(1);
});

test("a picture that lies on its side is cropped upright by keyboard", async ({ studio, page }) => {
  await studio.open(ONE);
  const lying = await phonePicture("image/jpeg", { width: 2600, height: 800, orientation: 6 });
  await choose(page, { name: "tall.jpg", buffer: lying });
  await expect(form(studio).getByText(/800 × 2,600/)).toBeVisible();
  await fix(studio, "crop").focus();
  await page.keyboard.press("Enter");
  await expect(frame(studio)).toBeFocused();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/800 × 2,000/)).toBeVisible();
  await page.keyboard.press("Shift+-");
  await expect(dialog.getByText(/760 × 1,900/)).toBeVisible();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press("Shift+ArrowUp");
  for (const key of ["Shift++", "ArrowDown", "ArrowUp", "Tab", "Enter"]) await page.keyboard.press(key);
  await expect(dialog).toBeHidden();
  await expect(tiles(studio).locator("[data-picture]")).toBeFocused();
  const { size, colours, secrets } = await stored(studio);
  expect([size[0], (size[1] ?? 0) / (size[0] ?? 1)]).toEqual([798, 2.5]);
  expect(colours).toEqual(["red", "blue"]);
  expect(secrets).toEqual([undefined, undefined]);
});

test("a picture of a phone arrives upright and without its position, without a fix", async ({ studio, page }) => {
  await studio.open(ONE);
  const lying = await phonePicture("image/jpeg", { width: 900, height: 600, orientation: 6 });
  await choose(page, { name: "phone.jpg", buffer: lying });
  expect(await stored(studio)).toEqual({
    size: [600, 900],
    format: "jpeg",
    colours: ["red", "blue"],
    secrets: [undefined, undefined],
  });
});

test("several refused pictures are mended by one press, each keeping its place", async ({ studio, page }) => {
  await studio.open(NINE);
  const heavy = await noise("image/png", { width: 2000, height: 1800 });
  await choose(
    page,
    { name: "heavy.png", buffer: heavy },
    { name: "old.bmp", buffer: bitmap({ width: 500, height: 450 }) },
    { name: "fine.png", buffer: await plain("image/png", { width: 600, height: 600 }) },
  );
  await expect(ready(studio)).toHaveCount(1, { timeout: STORED_WITHIN_MS });
  const tooLarge = studio.say("issues.fileTooLarge", { size: "10.8 MB", bytes: heavy.length, maxSize: "10.0 MB" });
  await expect(form(studio).getByText(tooLarge)).toBeVisible();
  const wrongType = { advice: "none", name: "BMP", names: "JPEG, PNG, WebP", target: "JPEG" };
  const problem = studio.say("issues.wrongMediaType", wrongType);
  await expect(form(studio).getByText(studio.say("media.named", { name: "character2", problem }))).toBeVisible();
  await expect(fix(studio, "scale")).toHaveCount(1);
  await expect(fix(studio, "convert")).toHaveCount(1);
  expect((await new AxeBuilder({ page }).include("form").analyze()).violations).toEqual([]);
  await studio.button(studio.say("checks.fixAll", { count: 2 })).click();
  await expect(ready(studio)).toHaveCount(3, { timeout: STORED_WITHIN_MS });
  await expect(tiles(studio).nth(1)).toContainText("JPEG");
  await expect(tiles(studio).nth(1)).toContainText("500 × 450");
  await expect(tiles(studio).nth(2)).toContainText("600 × 600");
  expect(await stored(studio)).toMatchObject({ size: [2000, 1800], format: "jpeg" });
});

test("a file that is taken out is not sent on, and goes up again when it is put back", async ({ studio, page }) => {
  await studio.open(ONE);
  let hold = true;
  await page.route("**/api/uploads?*", (route) => (hold ? undefined : route.continue()));
  const stopped = page.waitForEvent("requestfailed", (request) => request.url().includes("/api/uploads"));
  await choose(page, { name: "a.png", buffer: await plain("image/png", { width: 700, height: 600 }) });
  await expect(tiles(studio).getByRole("progressbar")).toBeVisible();
  await studio.button(studio.say("media.remove", { name: "a.png" })).click();
  await stopped;
  await expect(tiles(studio)).toHaveCount(0);
  hold = false;
  await studio.button(studio.say("composer.undoStep")).click();
  expect((await stored(studio)).size).toEqual([700, 600]);
});

test.describe("an upload that fails", () => {
  test.use({ expectedErrors: [/ERR_FAILED|Failed to load resource/] });

  test("is sent once more by one press", async ({ studio, page }) => {
    await studio.open(ONE);
    await page.route("**/api/uploads?*", (route) => route.abort(), { times: 1 });
    await choose(page, { name: "a.png", buffer: await plain("image/png", { width: 700, height: 500 }) });
    await expect(form(studio).getByText(studio.say("media.uploadFailed", { name: "a.png" }))).toBeVisible();
    await fix(studio, "again").click();
    await expect(ready(studio)).toHaveCount(1, { timeout: STORED_WITHIN_MS });
    await expect(form(studio).getByText(studio.say("media.uploadFailed", { name: "a.png" }))).toBeHidden();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "ja-JP" });

  test("a picture is cropped by finger", async ({ studio, page }) => {
    await studio.open(ONE);
    await choose(page, { name: "wide.jpg", buffer: await plain("image/jpeg", { width: 2600, height: 800 }) });
    await fix(studio, "crop").tap();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(/2,000 × 800ピクセル/)).toBeVisible();
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBe(window);
    for (const button of await dialog.getByRole("button").all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(38);
    await dialog.getByRole("button", { name: studio.say("checks.crop"), exact: true }).tap();
    expect((await stored(studio)).size).toEqual([2000, 800]);
  });
});
