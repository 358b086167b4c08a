import type { CDPSession, Locator, Page } from "@playwright/test";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const NINE = "happyhorse/happyhorse-1.0/reference-to-video";

/** The studio with some pictures as references. */
async function withPictures(studio: StudioPage, page: Page, names: readonly string[]): Promise<void> {
  await studio.open(NINE);
  if (names.length === 0) return;
  const files = names.map((name) => `public/samples/${name}.webp`);
  await page.locator('input[type="file"]').first().setInputFiles(files);
  await expect(
    page.getByText(studio.say("media.count", { count: names.length, max: 9 }), { exact: true }),
  ).toBeVisible();
}

/** The chips above the text, by what stands on them. They are drawn only; the text itself is what is read out. */
function chip(page: Page, name: string): Locator {
  return page.locator(".chip:not([data-bare])", { hasText: name });
}

function list(studio: StudioPage): Locator {
  return studio.page.getByRole("listbox", { name: studio.say("mentions.list") });
}

/** What a system's input method sends: letters under way, then what they become. */
async function compose(keyboard: CDPSession, steps: readonly string[], result: string): Promise<void> {
  for (const text of steps)
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await keyboard.send("Input.insertText", { text: result });
}

const caretOf = (editor: Locator) =>
  editor.evaluate((element) => (element instanceof HTMLTextAreaElement ? element.selectionStart : -1));

test("a reference is mentioned by keyboard, drawn as a chip, and mended by one press each", async ({
  studio,
  page,
}) => {
  await withPictures(studio, page, ["lead", "fox"]);
  await studio.prompt.click();
  await studio.prompt.pressSequentially("Dusk. @fo");
  await expect(list(studio).getByRole("option")).toHaveCount(1);
  await expect(studio.prompt).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Enter");
  await expect(studio.prompt).toHaveValue("Dusk. character2");
  await studio.prompt.pressSequentially(" runs.");
  await expect(studio.prompt).toHaveValue("Dusk. character2 runs.");
  await expect(chip(page, "character2")).toBeVisible();
  await page.keyboard.press("Home");
  for (let step = 0; step < "Dusk. char".length; step++) await page.keyboard.press("ArrowRight");
  await expect(chip(page, "character2")).toBeHidden();
  await page.keyboard.press("End");
  await expect(chip(page, "character2")).toBeVisible();

  await studio.button(studio.say("mentions.mention", { count: 1 })).click();
  await expect(studio.prompt).toHaveValue("Dusk. character2 runs. character1");
  await studio.button(studio.say("mentions.reorder", { media: "image" })).click();
  await expect(studio.prompt).toHaveValue("Dusk. character1 runs. character2");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(studio.prompt).toHaveValue("Dusk. character2 runs. character1");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(studio.prompt).toHaveValue("Dusk. character2 runs.");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(studio.prompt).toHaveValue("Dusk. character2 runs. character1");

  await studio.prompt.fill("character1, character2, character5.");
  await studio.button(studio.say("mentions.removeTags", { count: 1 })).click();
  await expect(studio.prompt).toHaveValue("character1, character2,.");
});

test("plain text goes out, and the chips stand where their letters stand", async ({ studio, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await withPictures(studio, page, ["lead"]);
  const text = `${"A long line with character1 in it. ".repeat(30)}\n\ncharacter1 is here.\n角色1走過來。`;
  await studio.prompt.fill(text);
  await expect(page.locator(".chip")).toHaveCount(32);
  const apart = () =>
    studio.prompt.evaluate((editor) => editor.scrollHeight - (editor.nextElementSibling?.scrollHeight ?? 0));
  await expect.poll(apart).toBe(0);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await studio.prompt.fill("Ends with character1");
  await page.keyboard.press("Backspace");
  await expect(studio.prompt).toHaveValue("Ends with character");
});

test("composed letters are recognised, and a list is searched by a composed name", async ({ studio, page }) => {
  await withPictures(studio, page, ["lead", "fox"]);
  const keyboard = await page.context().newCDPSession(page);
  await studio.prompt.click();
  await compose(keyboard, ["ㅋ", "캐", "캐리", "캐릭", "캐릭ㅌ", "캐릭터"], "캐릭터");
  await page.keyboard.type("1 ");
  await expect(studio.prompt).toHaveValue("캐릭터1 ");
  await expect(chip(page, "character1")).toBeVisible();
  await expect.poll(() => caretOf(studio.prompt)).toBe(5);
  await compose(keyboard, ["き", "きゃ", "キャラクター"], "キャラクター");
  await page.keyboard.type("2 ");
  await expect(studio.prompt).toHaveValue("캐릭터1 キャラクター2 ");
  await expect(chip(page, "character2")).toBeVisible();
  await page.keyboard.type("@");
  await expect(list(studio).getByRole("option")).toHaveCount(2);
  await keyboard.send("Input.imeSetComposition", { text: "ㄹ", selectionStart: 1, selectionEnd: 1 });
  await expect(list(studio)).toBeHidden();
  await keyboard.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  await expect(list(studio).getByRole("option")).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(studio.prompt).toHaveValue("캐릭터1 キャラクター2 character2");
  await studio.button(studio.say("mentions.respell", { count: 2, tags: "" })).click();
  await expect(studio.prompt).toHaveValue("character1 character2 character2");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the list is as wide as the field and is chosen from by a tap", async ({ studio, page }) => {
    await withPictures(studio, page, []);
    await studio.prompt.tap();
    await studio.prompt.pressSequentially("@");
    await list(studio)
      .getByRole("option", { name: studio.say("mentions.addFirst", { media: "image" }) })
      .tap();
    await expect(list(studio)).toBeHidden();

    await page.locator('input[type="file"]').first().setInputFiles(["public/samples/lead.webp"]);
    await expect(page.getByText(studio.say("media.count", { count: 1, max: 9 }), { exact: true })).toBeVisible();
    await studio.prompt.fill("");
    await studio.prompt.pressSequentially("See @");
    await expect(async () => {
      const [field, box] = [await studio.prompt.boundingBox(), await list(studio).boundingBox()];
      expect(Math.abs((box?.width ?? 0) - (field?.width ?? 0))).toBeLessThan(4);
    }).toPass();
    await list(studio).getByRole("option").tap();
    await expect(studio.prompt).toHaveValue("See character1");
    await expect(studio.prompt).toBeFocused();

    await studio.prompt.fill("character1 sees character4.");
    await studio.button(studio.say("mentions.removeTags", { count: 1 })).tap();
    await expect(studio.prompt).toHaveValue("character1 sees.");
  });
});
