import type { Page } from "@playwright/test";
import { LOCALE_NAMES } from "@/lib/i18n/locales";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const MODEL = "tencent/hunyuan/text-to-video";
const OTHER_MODEL = "happyhorse/happyhorse-1.0/image-to-video";
const OTHER_NAME = /HappyHorse/;

function paletteOf(studio: StudioPage, page: Page) {
  const dialog = page.getByRole("dialog", { name: studio.say("palette.title"), exact: true });
  return {
    dialog,
    search: dialog.getByRole("combobox", { name: studio.say("palette.search"), exact: true }),
    chosen: dialog.getByRole("option", { selected: true }),
  };
}

test("actions, pages, models and themes are reached by keyboard alone, and the focus comes back", async ({
  studio,
  page,
}) => {
  const { say } = studio;
  const palette = paletteOf(studio, page);
  const run = async (words: string, name: string | RegExp) => {
    await page.keyboard.press("Control+k");
    await expect(palette.search).toBeFocused();
    await page.keyboard.type(words);
    await expect(palette.chosen).toHaveText(name);
    await page.keyboard.press("Enter");
    await expect(palette.dialog).toHaveCount(0);
  };
  await studio.open(MODEL);
  await expect(studio.button(say("palette.title"))).toBeVisible();

  await test.step("it opens over the prompt, and Escape leads back into it", async () => {
    await studio.prompt.fill("[refuse] A fox in the snow.");
    await page.keyboard.press("Control+k");
    await expect(palette.search).toBeFocused();
    await expect(palette.dialog.getByRole("option", { name: say("nav.gallery"), exact: true })).toBeAttached();
    await expect(palette.dialog.getByRole("option", { name: OTHER_NAME })).not.toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(studio.prompt).toBeFocused();
  });

  await test.step("what the page can do is done", async () => {
    await run("json", /JSON/);
    await expect(page.getByRole("radio", { name: "JSON", exact: true })).toBeChecked();
    await run(say("json.asForm"), new RegExp(say("json.asForm")));
    await expect(studio.prompt).toHaveValue("[refuse] A fox in the snow.");
    await studio.generate(() => run(say("composer.generate"), new RegExp(`^${say("composer.generate")} ·`)));
    await studio.expectState("failed");
  });

  await test.step("another model keeps what was written for this one", async () => {
    await run(OTHER_MODEL, OTHER_NAME);
    await expect(page).toHaveURL(new RegExp(`/models/${OTHER_MODEL}$`));
    await run(MODEL, /Hunyuan/);
    await expect(studio.prompt).toHaveValue("[refuse] A fox in the snow.");
  });

  await test.step("a theme is chosen, and a page that the header does not name is opened", async () => {
    await run(say("nav.themeLight"), new RegExp(`^${say("nav.themeLight")}`));
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await run(say("trash.title"), new RegExp(`^${say("trash.title")}`));
    await expect(page).toHaveURL(/\/gallery\/trash$/);
  });

  await test.step("the settings are opened at a part", async () => {
    await run(say("usage.limits"), say("usage.limits"));
    await expect(page.getByRole("heading", { name: say("usage.limits"), exact: true })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("what is no command is searched for among the takes", async () => {
    await run("qqqq", say("palette.searchTakes", { query: "qqqq" }));
    await expect(page).toHaveURL(/\/gallery\?q=qqqq$/);
  });

  await test.step("the language is changed", async () => {
    const other = (await page.locator("html").getAttribute("lang")) === "ko" ? "ja" : "ko";
    await run(LOCALE_NAMES[other], new RegExp(LOCALE_NAMES[other]));
    await expect(page.locator("html")).toHaveAttribute("lang", other);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the settings lead to the commands, which show what stands in the panel that is open", async ({
    studio,
    page,
  }) => {
    const { say } = studio;
    const palette = paletteOf(studio, page);
    const open = async () => {
      await studio.button(say("settings.title")).tap();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: say("palette.title"), exact: true })
        .tap();
      await expect(palette.search).toBeFocused();
    };
    await studio.open(MODEL);
    await open();
    await palette.search.fill(say("panels.takes"));
    await palette.dialog.getByRole("option", { name: say("panels.takes"), exact: true }).tap();
    await expect(studio.prompt).toBeHidden();
    await open();
    await palette.search.fill(say("nav.keys"));
    await palette.dialog.getByRole("option", { name: say("nav.keys"), exact: true }).tap();
    await expect(page.getByRole("dialog", { name: say("keys.title"), exact: true })).toBeVisible();
    await expect(palette.dialog).toHaveCount(0);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toHaveCount(1);
  });
});
