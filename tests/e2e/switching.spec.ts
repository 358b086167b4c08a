import type { Page } from "@playwright/test";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const NINE = "happyhorse/happyhorse-1.0/reference-to-video";
const ONE = "happyhorse/happyhorse-1.0/image-to-video";
const picture = (name: string) => `public/samples/${name}.webp`;

/** Three references, a prompt that names them, and values that the other model does not have. */
async function compose(studio: StudioPage, page: Page) {
  await studio.open(NINE);
  await page.locator('input[type="file"]').first().setInputFiles(["lead", "coat", "lantern"].map(picture));
  await expect(page.getByText("1024 × 1280")).toHaveCount(3);
  await studio.prompt.fill("character1 wears character2.");
}

function modelButton(studio: StudioPage) {
  return studio.page.getByRole("button", { name: new RegExp(`^${studio.say("composer.changeModel")}`) });
}

test("another model takes what fits, says what it leaves, and going back restores it with what was changed", async ({
  studio,
  page,
}) => {
  await compose(studio, page);
  await modelButton(studio).click();
  await page.getByRole("option", { name: ONE }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(studio.say("switching.left"), { exact: true })).toBeVisible();
  await expect(dialog.getByText(studio.say("switching.files", { count: 2 }), { exact: true })).toBeVisible();
  await expect(dialog.getByText(studio.say("switching.plainTags"), { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: studio.say("switching.go"), exact: true }).click();

  await expect(page).toHaveURL(new RegExp(`/models/${ONE}`));
  await expect(page.getByText(studio.say("composer.carried"), { exact: true })).toBeVisible();
  await expect(studio.prompt).toHaveValue("character1 wears character2.");
  await expect(page.getByText("1024 × 1280")).toHaveCount(1);
  await studio.prompt.fill("character1 waits in the rain.");

  await modelButton(studio).click();
  await page.getByRole("option", { name: NINE }).click();
  await expect(page).toHaveURL(new RegExp(`/models/${NINE}`));
  await expect(page.getByText(studio.say("composer.restored"), { exact: true })).toBeVisible();
  await expect(studio.prompt).toHaveValue("character1 waits in the rain.");
  await expect(page.getByText("1024 × 1280")).toHaveCount(3);
});

test.describe("on a phone, by keyboard", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("staying changes nothing", async ({ studio, page }) => {
    await compose(studio, page);
    await modelButton(studio).focus();
    await page.keyboard.press("Enter");
    const wanted = page.getByRole("option", { name: ONE });
    await expect(wanted).toBeVisible();
    const marked = page.getByRole("dialog").getByRole("option", { selected: true });
    for (let presses = 0; presses < 20; presses += 1) {
      if ((await wanted.getAttribute("aria-selected")) === "true") break;
      const before = (await marked.textContent()) ?? "";
      await page.keyboard.press("ArrowDown");
      await expect(marked).not.toHaveText(before);
    }
    await expect(wanted).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(studio.say("switching.left"), { exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`/models/${NINE}`));
    await expect(studio.prompt).toHaveValue("character1 wears character2.");
    await expect(page.getByText("1024 × 1280")).toHaveCount(3);
  });
});
