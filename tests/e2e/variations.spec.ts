import type { Locator } from "@playwright/test";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const PROMPT_ONLY = "tencent/hunyuan/text-to-video";
const REFERENCES = "happyhorse/happyhorse-1.0/reference-to-video";
const RENDER_WITHIN_MS = 120_000;

const variations = (studio: StudioPage) => studio.button(studio.say("variations.title"));
const generate = (studio: StudioPage, count: number) =>
  studio.button(`${studio.say("variations.generate", { count })} · ${studio.say("composer.free")}`);
const kind = (studio: StudioPage, name: "seeds" | "sweep") =>
  studio.page.getByRole("radio", { name: studio.say(`variations.kinds.${name}`), exact: true });
const stage = (studio: StudioPage, count: number, model: string) =>
  studio.page.getByRole("region", { name: studio.say("groups.label", { count, model }) });
const progress = (scope: Locator, studio: StudioPage) =>
  scope.getByRole("progressbar", { name: studio.say("groups.progress") });

const lengths = ({ say }: StudioPage) => [3, 4].map((value) => say("fields.seconds", { value }));

const choose = async (choice: Locator) => {
  await choice.click();
  await expect(choice).toBeChecked();
};

/** A sweep of two ratios and two lengths, by whatever `choose` does with a choice. */
async function fillSweep(studio: StudioPage, check: (choice: Locator) => Promise<void>) {
  const { page, say } = studio;
  const { title } = studio.model(REFERENCES);
  await variations(studio).click();
  await check(kind(studio, "sweep"));
  await page.getByRole("combobox", { name: say("variations.across") }).selectOption({ label: title("aspect_ratio") });
  for (const name of ["16:9", "9:16"]) await check(page.getByRole("checkbox", { name, exact: true }));
  await page.getByRole("combobox", { name: say("variations.down") }).selectOption({ label: title("duration") });
  for (const name of lengths(studio)) await check(page.getByRole("checkbox", { name, exact: true }));
}

test("three seeds are one group that is watched, survives a reload and plays together", async ({ studio, page }) => {
  test.setTimeout(240_000);
  await studio.open(PROMPT_ONLY);
  await studio.prompt.fill("A lamp swings in the wind.");
  await studio.lowestResolution.check();
  await variations(studio).click();
  await choose(kind(studio, "seeds"));
  await page.getByRole("spinbutton", { name: studio.say("variations.seedCount") }).fill("3");
  await page.reload();
  await generate(studio, 3).click();

  const group = stage(studio, 3, studio.model(PROMPT_ONLY).name);
  await expect(group.getByRole("columnheader")).toHaveCount(3);
  await expect(group.getByRole("cell")).toHaveCount(3);
  await expect(progress(group, studio)).toHaveAttribute("aria-valuenow", "3", { timeout: RENDER_WITHIN_MS });
  await page.reload();
  await expect(group.locator("video")).toHaveCount(3);
  await group.getByRole("button", { name: studio.say("groups.playAll") }).click();
  const times = () => group.locator("video").evaluateAll((all: HTMLVideoElement[]) => all.map((v) => v.currentTime));
  await expect.poll(async () => Math.min(...(await times()))).toBeGreaterThan(0);

  await group
    .getByRole("button", { name: studio.say("groups.show", { take: studio.say("groups.place", { place: 2 }) }) })
    .click();
  await studio.expectState("succeeded");
  await studio.button(studio.say("groups.watch")).click();
  await expect(group).toBeVisible();
});

test("a sweep by keyboard is drawn before, made in its grid, and cancelled whole", async ({ studio, page }) => {
  await studio.open(REFERENCES);
  await studio.loadExample();
  await studio.prompt.fill("[queue] character1 waits.");
  await fillSweep(studio, async (choice) => {
    await choice.focus();
    await page.keyboard.press("Space");
  });
  const drawing = page.getByRole("region", { name: studio.say("variations.grid") });
  await expect(drawing.getByRole("columnheader")).toHaveText(["16:9", "9:16"]);
  await expect(drawing.getByRole("rowheader")).toHaveText(lengths(studio));
  await expect(
    page.getByText(studio.say("variations.countSeconds", { count: 4, seconds: 14 }), { exact: true }),
  ).toBeVisible();
  await expect(generate(studio, 4)).toBeVisible();
  await studio.prompt.focus();
  await page.keyboard.press("Control+Enter");

  const group = stage(studio, 4, studio.model(REFERENCES).name);
  await expect(group.getByRole("columnheader")).toHaveText(["16:9", "9:16"]);
  await expect(group.getByRole("rowheader")).toHaveText(lengths(studio));
  await expect(page.getByRole("button", { name: new RegExp(`${lengths(studio)[0]} · 9:16`) })).toHaveCount(0);
  await page
    .getByRole("button", { name: studio.say("groups.open") })
    .first()
    .press("Enter");
  await expect(page.getByRole("button", { name: new RegExp(`${lengths(studio)[0]} · 9:16`) })).toBeVisible();

  await page.reload();
  // What this device remembers is there once the page has taken over.
  await expect(
    page.getByText(studio.say("variations.countSeconds", { count: 4, seconds: 14 }), { exact: true }),
  ).toBeVisible();
  await group.getByRole("button", { name: studio.say("groups.cancel") }).press("Enter");
  await expect(group.getByRole("status").filter({ hasText: /\d/ })).toBeVisible();
  await expect(progress(group, studio)).toHaveAttribute("aria-valuenow", "4", { timeout: RENDER_WITHIN_MS });
  await expect(progress(group, studio)).toHaveAttribute(
    "aria-valuetext",
    new RegExp(studio.say("groups.quiet", { count: 4 })),
  );
});

test("many takes are asked about first, and nothing held or doubled says yes", async ({ studio, page }) => {
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(new URL(request.url()).pathname));
  await studio.open(PROMPT_ONLY);
  await studio.prompt.fill("[refuse] Too many.");
  await variations(studio).click();
  await choose(kind(studio, "seeds"));
  await page.getByRole("spinbutton", { name: studio.say("variations.seedCount") }).fill("17");
  await studio.prompt.focus();
  await page.keyboard.down("Control");
  await page.keyboard.down("Enter");
  const dialog = page.getByRole("dialog", { name: studio.say("variations.confirmTitle", { count: 17 }) });
  await expect(dialog).toBeVisible();
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await page.keyboard.up("Control");
  await expect(dialog.getByText(studio.say("variations.confirmFree", { count: 17 }))).toBeVisible();
  await dialog.getByRole("button", { name: studio.say("variations.back") }).click();
  await expect(dialog).toBeHidden();
  expect(posts).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a sweep is composed, watched in a grid that scrolls, and cancelled", async ({ studio, page }) => {
    await studio.open(REFERENCES);
    await studio.loadExample();
    await studio.prompt.fill("[queue] character1 waits.");
    await fillSweep(studio, choose);
    await expect(generate(studio, 4)).toBeInViewport();
    await generate(studio, 4).tap();
    const group = stage(studio, 4, studio.model(REFERENCES).name);
    await expect(group.getByRole("rowheader")).toHaveText(lengths(studio));
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBe(window);
    await group.getByRole("button", { name: studio.say("groups.cancel") }).tap();
    await expect(progress(group, studio)).toHaveAttribute("aria-valuenow", "4", { timeout: RENDER_WITHIN_MS });
  });
});
