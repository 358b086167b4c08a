import { expect, test } from "@/tests/support/browser/test";

const NINE = "happyhorse/happyhorse-1.0/reference-to-video";
const picture = (name: string) => `public/samples/${name}.webp`;

test("what was typed is there after a reload and after a closed tab", async ({ studio, page, context }) => {
  await studio.open(NINE);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([picture("lead")]);
  await expect(page.getByText("1024 × 1280")).toBeVisible();
  await studio.prompt.fill("character1 looks up.");
  const stored = page.getByText(studio.say("media.ready"), { exact: true });
  await expect(stored).toHaveCount(1, { timeout: 60_000 });
  await page.reload();
  await expect(studio.prompt).toHaveValue("character1 looks up.");
  await expect(page.getByText("1024 × 1280")).toBeVisible();
  await expect(stored).toHaveCount(1);

  await studio.prompt.fill("character1 looks down.");
  await page.close();
  const other = await context.newPage();
  await other.goto(`/models/${NINE}`);
  await expect(other.locator("textarea[data-prompt]")).toHaveValue("character1 looks down.");
});

test("a file that was on its way up when the page was left says so", async ({ studio, page }) => {
  await studio.open(NINE);
  // The answer never comes: the page is left in the middle.
  await page.route("**/api/uploads*", () => undefined);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([picture("lead")]);
  await expect(page.locator("[data-tile]")).toBeVisible();
  await studio.prompt.fill("character1 looks up.");
  await page.reload();
  await expect(studio.prompt).toHaveValue("character1 looks up.");
  await expect(page.getByText(studio.say("media.cutOff", { name: "lead.webp" })).first()).toBeVisible();
});

test("a browser that has no room for the draft says so", async ({ studio, page }) => {
  await studio.open(NINE);
  await page.evaluate(() => {
    for (let size = 5_000_000; size > 0; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(`filled-${size}`, "x".repeat(size));
      } catch {
        // No room for this much: the next one is half of it.
      }
    }
  });
  await studio.prompt.fill("character1 looks up.");
  await expect(page.getByText(studio.say("composer.draftNotKept"), { exact: true })).toBeVisible();
  await expect(studio.prompt).toHaveValue("character1 looks up.");
});

for (const { name, viewport } of [
  { name: "at a desk", viewport: { width: 1440, height: 900 } },
  { name: "on a phone", viewport: { width: 390, height: 844 } },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    test("undo takes back the removal of a picture and the renumbering in one step", async ({ studio, page }) => {
      await studio.open(NINE);
      await page.locator('input[type="file"]').first().setInputFiles(["lead", "coat", "fox"].map(picture));
      await expect(page.getByText("1024 × 1280")).toHaveCount(3);
      await studio.prompt.fill("character1 meets character3.");
      await studio.button(studio.say("media.remove", { name: "character1" })).click();
      await expect(page.getByText("1024 × 1280")).toHaveCount(2);
      await expect(studio.prompt).toHaveValue("character3 meets character2.");

      await studio.prompt.focus();
      await page.keyboard.press("Control+z");
      await expect(studio.prompt).toHaveValue("character1 meets character3.");
      await expect(page.getByText("1024 × 1280")).toHaveCount(3);
      await page.keyboard.press("Control+Shift+z");
      await expect(studio.prompt).toHaveValue("character3 meets character2.");
      await studio.button(studio.say("composer.undoStep")).click();
      await studio.button(studio.say("composer.undoStep")).click();
      await expect(studio.prompt).toHaveValue("");
      await expect(page.getByText("1024 × 1280")).toHaveCount(3);
    });
  });
}
