import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { makeTake } from "@/tests/support/browser/make-take";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const PROMPT_ONLY = "tencent/hunyuan/text-to-video";
const ONE_PICTURE = "happyhorse/happyhorse-1.0/image-to-video";
const INPUT = { prompt: "A lamp swings in the wind.", seed: 42, resolution: "480p", num_frames: 85 };
const HALF = "Half of a sente";

let takeId: string;

test.beforeAll(async ({ request }) => {
  takeId = await makeTake(request, PROMPT_ONLY, INPUT);
});

/** Both the stage and the panel have one. */
const reuse = (studio: StudioPage, within: Locator) =>
  within.getByRole("button", { name: studio.say("job.reuse"), exact: true }).first();

/** The take that was just sent, as soon as the studio has given it an id. */
async function sentId(page: Page): Promise<string> {
  const present = () => new URL(page.url()).searchParams.get("take") ?? "";
  await expect.poll(() => /^[0-9a-f-]{36}$/.test(present()) && present() !== takeId).toBe(true);
  return present();
}

async function expectOrigin(studio: StudioPage, page: Page, id: string, words: string) {
  await page.goto(`/jobs/${id}`);
  const older = page.getByRole("list", { name: studio.say("lineage.older") });
  await expect(older.getByText(words)).toBeVisible();
  await expect(older.getByRole("link")).toHaveAttribute("href", `/jobs/${takeId}`);
  // Its end would be told above the pages of the next test.
  const cancel = async () => (await (await page.request.post(`/api/jobs/${id}/cancel`)).json()).outcome;
  await expect.poll(cancel).toBe("cancelled");
}

test("settings are looked at without the form, reused with a way back, and remembered by the take", async ({
  studio,
  page,
}) => {
  await page.goto(`/models/${PROMPT_ONLY}?take=${takeId}`);
  await studio.prompt.fill(HALF);
  // The key comes with its button.
  await expect(studio.stage.getByRole("button", { name: studio.say("details.open"), exact: true })).toBeVisible();
  await studio.video.focus();
  await page.keyboard.press("t");
  const panel = page.getByRole("complementary", { name: studio.say("details.title") });
  await expect(panel.getByText(INPUT.prompt)).toBeVisible();
  await expect(panel.getByText(studio.say("lineage.empty"), { exact: true })).toBeVisible();
  await expect(studio.prompt).toHaveValue(HALF);
  expect((await new AxeBuilder({ page }).include("aside").analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(studio.video).toBeFocused();

  await reuse(studio, studio.stage).click();
  await expect(studio.prompt).toHaveValue(INPUT.prompt);
  const note = page.getByRole("status").filter({ hasText: studio.say("composer.reused") });
  await note.getByRole("button", { name: studio.say("composer.undo") }).click();
  await expect(studio.prompt).toHaveValue(HALF);

  await reuse(studio, studio.stage).click();
  await studio.prompt.fill("[queue] A lantern swings in the wind.");
  await studio.generate();
  await expectOrigin(studio, page, await sentId(page), studio.say("lineage.olderSettings"));
});

test("a reuse for another model leads back to the form that was left, and its frame is known as a reference", async ({
  studio,
  page,
}) => {
  await page.goto(`/models/${ONE_PICTURE}?take=${takeId}`);
  await studio.prompt.fill(HALF);
  await reuse(studio, studio.stage).click();
  await expect(page).toHaveURL(new RegExp(`/models/${PROMPT_ONLY}`));
  await expect(studio.prompt).toHaveValue(INPUT.prompt);
  await page
    .getByRole("status")
    .filter({ hasText: studio.say("composer.reused") })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(new RegExp(`/models/${ONE_PICTURE}`));
  await expect(studio.prompt).toHaveValue(HALF);

  await page.goto(`/models/${ONE_PICTURE}?take=${takeId}`);
  await studio.button(studio.say("player.useFrame")).click();
  const dialog = page.getByRole("dialog", { name: studio.say("useFrame.title") });
  await dialog.getByRole("region").or(dialog.locator("section")).first().getByRole("button").first().click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(studio.say("media.ready"), { exact: true }).first()).toBeAttached({ timeout: 30_000 });
  await studio.prompt.fill("[queue] A fox waits.");
  await studio.generate();
  const id = await sentId(page);
  await expectOrigin(studio, page, id, studio.say("lineage.olderFrameAt", { time: "0:00" }));
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the details stand below the picture and go away by their button", async ({ studio, page }) => {
    await page.goto(`/?take=${takeId}`);
    await page
      .getByRole("navigation", { name: studio.say("panels.label") })
      .getByRole("button", { name: studio.say("panels.watch") })
      .click();
    const toggle = studio.stage.getByRole("button", { name: studio.say("details.open"), exact: true });
    await toggle.click();
    const panel = page.getByRole("complementary", { name: studio.say("details.title") });
    await expect(panel.getByText(INPUT.prompt)).toBeVisible();
    await expect(async () => {
      const [picture, details] = [await studio.video.boundingBox(), await panel.boundingBox()];
      expect(details?.y).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0));
    }).toPass();
    await panel.getByRole("button", { name: studio.say("details.close") }).click();
    await expect(toggle).toBeFocused();
  });
});
