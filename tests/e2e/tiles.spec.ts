import type { Page } from "@playwright/test";
import { makeSmallTake } from "@/tests/support/browser/make-take";
import { ANY, like } from "@/tests/support/browser/say";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { settledBox } from "@/tests/support/browser/taken-over";
import { expect, test } from "@/tests/support/browser/test";

const NINE = "happyhorse/happyhorse-1.0/reference-to-video";
const STORED_WITHIN_MS = 30_000;
/** The example's pictures, the second before the first. */
const MOVED = ["coat", "lead", "scarf", "companion", "bicycle", "umbrella", "child", "lantern", "fox"];
const NAMES = ["lead", "fox", "coat", "scarf", "lantern"];

/** The tiles of the references, found as a person would: each by its name, place and state. */
class Tiles {
  readonly page: Page;
  readonly say: StudioPage["say"];

  constructor({ page, say }: StudioPage) {
    this.page = page;
    this.say = say;
  }

  async add(names: readonly string[]): Promise<void> {
    const total = names.length;
    const files = names.map((name) => `public/samples/${name}.webp`);
    await this.page.getByLabel(this.say("media.addImage")).setInputFiles(files);
    for (let place = 1; place <= total; place += 1)
      await expect(this.tile(`character${place}`, place, total)).toBeVisible({ timeout: STORED_WITHIN_MS });
  }

  tile(name: string, place: number, count: number) {
    const state = this.say("media.ready");
    return this.page.getByRole("button", { name: this.say("media.tile", { name, place, count, state }), exact: true });
  }

  /** The files in the order of their tiles. */
  async expectOrder(...names: string[]): Promise<void> {
    const said = this.page.getByRole("button", { name: like(this.say("media.rename", { name: ANY })) });
    const titles = () =>
      said.evaluateAll((buttons) =>
        buttons.map((button) => (button.getAttribute("title") ?? "").replace(/\.\w+$/, "")),
      );
    await expect.poll(titles).toEqual(names);
  }
}

async function middle(locator: ReturnType<Tiles["tile"]>): Promise<{ x: number; y: number }> {
  const box = await settledBox(locator);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("references move by mouse and by keys, are named and taken out, and the prompt follows", async ({
  studio,
  page,
}) => {
  const tiles = new Tiles(studio);
  await studio.open(NINE);
  await tiles.add(NAMES);
  await studio.prompt.fill("character1 meets character3 and character5.");

  await tiles.tile("character3", 3, 5).focus();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: studio.say("media.nameFor", { name: "character3" }) }).fill("Coat");
  await page.keyboard.press("Enter");
  const [from, to] = [await middle(tiles.tile("Coat", 3, 5)), await middle(tiles.tile("character1", 1, 5))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await tiles.expectOrder("coat", "lead", "fox", "scarf", "lantern");
  await expect(studio.prompt).toHaveValue("character2 meets character1 and character5.");
  await expect(
    page.getByRole("status").getByText(studio.say("media.placed", { name: "Coat", place: 1, count: 5 })),
  ).toBeAttached();

  await tiles.tile("Coat", 1, 5).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await tiles.expectOrder(...NAMES);
  await expect(studio.prompt).toHaveValue("character1 meets character3 and character5.");
  await expect(tiles.tile("Coat", 3, 5)).toBeFocused();

  await tiles.tile("character2", 2, 5).focus();
  await page.keyboard.press("Delete");
  await expect(studio.prompt).toHaveValue("character1 meets character2 and character4.");
  await tiles.expectOrder("lead", "coat", "scarf", "lantern");
  await studio.button(studio.say("composer.undoStep")).click();
  await tiles.expectOrder(...NAMES);
  await expect(studio.prompt).toHaveValue("character1 meets character3 and character5.");

  await studio.button(studio.say("media.remove", { name: "character2" })).click();
  await studio.prompt.fill("[queue] character1 wears character2.");
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/api/jobs"));
  await studio.generate();
  const keys = Object.keys((await sent).postDataJSON().input).filter((key) => key.startsWith("image_url"));
  expect(keys).toEqual([1, 2, 3, 4].map((place) => `image_url_${place}`));
  await studio.button(studio.say("job.cancel")).click();
  await studio.expectState("cancelled");
});

test("a tile is looked at large, the arrow keys go on, and the focus comes back", async ({ studio, page }) => {
  const tiles = new Tiles(studio);
  await studio.open(NINE);
  await tiles.add(["lead", "fox"]);
  await studio.button(studio.say("media.options", { name: "character1" })).click();
  await page.getByRole("menuitem", { name: studio.say("media.lookLarge") }).click();
  const dialog = page.getByRole("dialog", { name: "character1" });
  await expect(dialog.getByRole("img", { name: "character1" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("dialog", { name: "character2" }).getByText("fox.webp")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(studio.button(studio.say("media.options", { name: "character1" }))).toBeFocused();
});

test("an earlier upload is found on the shelf in another session", async ({ studio, page }) => {
  const tiles = new Tiles(studio);
  await studio.open(NINE);
  await tiles.add(["bicycle"]);
  await studio.button(studio.say("media.remove", { name: "character1" })).click();
  await page.reload();
  await studio.button(studio.say("media.earlier")).click();
  const shelf = page.getByRole("dialog", { name: studio.say("shelf.title") });
  await shelf.getByRole("searchbox", { name: studio.say("shelf.search") }).fill("bicy");
  await shelf.getByRole("checkbox", { name: "bicycle.webp" }).first().check();
  await shelf.getByRole("button", { name: studio.say("shelf.add", { count: 1 }) }).click();
  await expect(tiles.tile("character1", 1, 1)).toBeVisible();
  await tiles.expectOrder("bicycle");
});

test("a frame of a finished take becomes a reference", async ({ studio, page, request }) => {
  const tiles = new Tiles(studio);
  await makeSmallTake(request, "A hill at dusk.");
  await studio.open(NINE);
  await studio.button(studio.say("media.fromTake")).click();
  const dialog = page.getByRole("dialog", { name: studio.say("frames.title") });
  await dialog
    .getByRole("list", { name: studio.say("frames.takes") })
    .getByRole("button")
    .first()
    .click();
  await dialog.getByRole("slider", { name: studio.say("frames.seek") }).fill("10");
  await dialog.getByRole("button", { name: studio.say("frames.forward") }).click();
  await expect(dialog.getByText("f11")).toBeVisible();
  await dialog.getByRole("button", { name: studio.say("frames.use") }).click();
  await expect(tiles.tile("character1", 1, 1)).toBeVisible({ timeout: STORED_WITHIN_MS });
  const name = studio.say("frames.fileName", { date: ANY, frame: 11 });
  await expect(page.getByTitle(new RegExp(`${like(name).source}\\.(png|jpg)`))).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a long press carries a tile, a swipe over the tiles scrolls", async ({ studio, page }) => {
    const tiles = new Tiles(studio);
    await studio.open(NINE);
    await studio.loadExample();
    const input = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
      input.send("Input.dispatchTouchEvent", { type, touchPoints });
    const [from, to] = [await middle(tiles.tile("character2", 2, 9)), await middle(tiles.tile("character1", 1, 9))];

    await touch("touchStart", from);
    await expect(page.locator("[data-tile][style]").first()).toBeAttached();
    await touch("touchMove", { x: (from.x + to.x) / 2, y: from.y });
    await touch("touchMove", to);
    await touch("touchEnd");
    await tiles.expectOrder(...MOVED);

    const { y: before } = await settledBox(tiles.tile("character2", 2, 9));
    await touch("touchStart", { x: from.x, y: from.y + 100 });
    for (const step of [20, 60, 100, 140]) await touch("touchMove", { x: from.x, y: from.y + 100 - step });
    await touch("touchEnd");
    // Asked for as it lies: a look with the mouse would bring back into view what a quick swipe has carried out of it.
    const top = async () => (await tiles.tile("character2", 2, 9).boundingBox())?.y;
    await expect.poll(top).toBeLessThan(before);
    await tiles.expectOrder(...MOVED);
  });
});
