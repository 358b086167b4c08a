import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const PLAIN = "tencent/hunyuan/text-to-video";
const NINE = "happyhorse/happyhorse-1.0/reference-to-video";
const ADDRESS = `https://model-api.runcomfy.net/v1/models/${PLAIN}`;
const COAT = `curl --request POST \\
  --url ${ADDRESS} \\
  --header "Authorization: Bearer a-real-looking-key" \\
  --data '{
    "prompt": "The child's coat, in the rain.",
    "seed": 11
  }'`;

const view = (studio: StudioPage, name: string) =>
  studio.page.getByRole("radiogroup", { name: studio.say("json.view") }).getByRole("radio", { name });
const editor = (studio: StudioPage) => studio.page.getByRole("textbox", { name: studio.say("json.editor") });
const seed = (studio: StudioPage) => studio.page.locator('[data-field="seed"] input').first();
const findings = (studio: StudioPage, count: number) =>
  studio.page.getByRole("status").getByText(studio.say("json.findings", { count }), { exact: true });

/** Puts another text in the editor's place, as a person who selects all and types. */
async function retype(studio: StudioPage, text: string): Promise<void> {
  await editor(studio).click();
  await studio.page.keyboard.press("ControlOrMeta+a");
  await studio.page.keyboard.insertText(text);
}

async function selectedText(target: Locator): Promise<string> {
  return target.evaluate(() => String(document.getSelection()));
}

test("the form follows the JSON, slips are shown at their place, and undo in the form takes an edit back", async ({
  studio,
  page,
}) => {
  await studio.open(PLAIN);
  await studio.loadExample();
  const before = await studio.prompt.inputValue();
  await view(studio, "JSON").check();
  await expect(editor(studio)).toContainText('"prompt"');
  await retype(studio, '{"prompt": "Typed as JSON [/]", "seed": 12}');
  await expect(findings(studio, 0)).toBeVisible();
  await view(studio, studio.say("json.asForm")).check();
  await expect(studio.prompt).toHaveValue("Typed as JSON [/]");
  await expect(seed(studio)).toHaveValue("12");

  await view(studio, "JSON").check();
  await retype(studio, '{"prompt": "Kept", "zoom": 1, "seed": "x"}');
  await expect(findings(studio, 2)).toBeVisible();
  await page
    .getByRole("button", { name: studio.say("json.goTo") })
    .first()
    .click();
  await expect.poll(() => selectedText(editor(studio))).toBe('"zoom"');
  expect((await new AxeBuilder({ page }).include("form").analyze()).violations).toEqual([]);
  await studio.generate();
  await expect(editor(studio)).toBeFocused();
  await retype(studio, '{"prompt": "Cut');
  await expect(findings(studio, 1)).toBeVisible();
  await view(studio, studio.say("json.asForm")).check();
  await expect(page.getByText(studio.say("json.kept"), { exact: true })).toBeVisible();
  await expect(studio.prompt).toHaveValue("Kept");
  await studio.button(studio.say("json.backToText")).click();
  await expect(editor(studio)).toContainText('{"prompt": "Cut');
  await expect(editor(studio)).toBeFocused();
  await studio.button(studio.say("json.discard")).click();
  await expect(findings(studio, 0)).toBeVisible();
  await expect(editor(studio)).toBeFocused();

  await view(studio, studio.say("json.asForm")).check();
  for (let steps = 0; steps < 4 && (await studio.prompt.inputValue()) !== before; steps += 1) {
    await studio.prompt.press("ControlOrMeta+z");
  }
  await expect(studio.prompt).toHaveValue(before);
});

test("a pasted curl command for another model, apostrophe and all, leads there with its values", async ({
  studio,
  page,
}) => {
  await studio.open(NINE);
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await studio.prompt.fill("Mine");
  await studio.button(studio.say("json.pasteTitle")).press("Enter");
  const dialog = page.getByRole("dialog", { name: studio.say("json.pasteTitle") });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await page.keyboard.insertText(COAT.slice(0, -12));
  await expect(dialog.getByRole("status")).not.toBeEmpty();
  await expect(dialog.getByRole("button", { name: studio.say("json.rebuild") })).toBeDisabled();
  await dialog.getByRole("textbox").fill(COAT);
  await expect(dialog.getByRole("textbox")).not.toHaveValue(/real-looking/);
  await expect(dialog.getByRole("button", { name: studio.say("json.rebuild") })).toBeEnabled();
  await dialog.getByRole("textbox").press("ControlOrMeta+Enter");
  await expect(page).toHaveURL(new RegExp(`/models/${PLAIN}$`));
  await expect(studio.prompt).toHaveValue("The child's coat, in the rain.");
  await expect(seed(studio)).toHaveValue("11");
  await expect(page.getByText(studio.say("composer.pasted"), { exact: true })).toBeVisible();
  expect(posts).toEqual([]);
  await studio.open(NINE);
  await expect(studio.prompt).toHaveValue("Mine");
});

test("keys that the form lacks and models that the studio lacks are named before anything is lost", async ({
  studio,
  page,
}) => {
  await studio.open(PLAIN);
  await studio.prompt.fill("Mine");
  const data = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.setData("text/plain", '{"prompt": "Theirs", "zoom": 2}');
    return dropped;
  });
  await page.getByRole("form").dispatchEvent("drop", { dataTransfer: data });
  const dialog = page.getByRole("dialog", { name: studio.say("json.pasteTitle") });
  await expect(dialog.getByText("zoom", { exact: true })).toBeVisible();
  await expect(studio.prompt).toHaveValue("Mine");
  await dialog.getByRole("button", { name: studio.say("json.rebuildWithout") }).click();
  await expect(studio.prompt).toHaveValue("Theirs");
  await studio.button(studio.say("composer.undo")).click();
  await expect(studio.prompt).toHaveValue("Mine");
  await paste(studio, "body", '{"modelId": "no/such/model", "input": {"prompt": "x"}}');
  await expect(dialog.getByText("no/such/model", { exact: false }).last()).toBeVisible();
  await expect(dialog.getByRole("button", { name: studio.say("json.rebuild") })).toBeDisabled();
});

test("a request pasted into the prompt stays there, and is offered as a form", async ({ studio, page }) => {
  await studio.open(PLAIN);
  await studio.prompt.fill("Before ");
  await paste(studio, "textarea[data-prompt]", "Just words, {not} a request.");
  await paste(studio, "textarea[data-prompt]", '{"prompt": "Offered"}');
  await expect(page.getByText(studio.say("json.offer"), { exact: true })).toBeVisible();
  await expect(studio.prompt).toHaveValue("Before ");
  await studio.button(studio.say("json.rebuildFromThis")).click();
  await expect(studio.prompt).toHaveValue("Offered");
});

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  for (const form of ["JSON", "curl", "TypeScript", "Python"]) {
    test(`what is copied as ${form} and pasted back is the same`, async ({ studio, page }) => {
      await studio.open(NINE);
      await studio.loadExample();
      await studio.prompt.fill(`The child's "coat" costs $5, \\n, 100 %.\nCharacter1 waits.`);
      await studio.button(studio.say("json.copy")).click();
      const dialog = page.getByRole("dialog", { name: studio.say("json.copyTitle") });
      await dialog.getByRole("radio", { name: form }).check();
      await expect(dialog.getByText(studio.say("json.ownFiles", { count: 9 }))).toBeVisible();
      await dialog.getByRole("button", { name: studio.say("json.copy") }).click();
      await expect(dialog.getByText(studio.say("json.copied"), { exact: true })).toBeVisible();
      await page.keyboard.press("Escape");
      await studio.button(studio.say("composer.clear")).click();
      await expect(studio.prompt).toHaveValue("");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      await paste(studio, "body", copied);
      await expect(studio.prompt).toHaveValue(`The child's "coat" costs $5, \\n, 100 %.\nCharacter1 waits.`);
      await expect(page.getByText(studio.say("media.count", { count: 9, max: 9 }), { exact: true })).toBeVisible();
    });
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a request is pasted, mended as JSON and seen in the form", async ({ studio, page }) => {
    await studio.open(PLAIN);
    await studio.button(studio.say("json.pasteTitle")).tap();
    const dialog = page.getByRole("dialog", { name: studio.say("json.pasteTitle") });
    await dialog.getByRole("textbox").fill(COAT);
    await dialog.getByRole("button", { name: studio.say("json.rebuild") }).tap();
    await expect(studio.prompt).toHaveValue("The child's coat, in the rain.");
    await view(studio, "JSON").tap();
    await expect(editor(studio)).toContainText("The child's coat");
    await expect(page.locator(".cm-lineNumbers")).toHaveCount(0);
    await retype(studio, '{"prompt": "On a phone", "seed": 3.5}');
    await expect(findings(studio, 1)).toBeVisible();
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBe(window);
    await retype(studio, '{"prompt": "On a phone", "seed": 3}');
    await view(studio, studio.say("json.asForm")).tap();
    await expect(studio.prompt).toHaveValue("On a phone");
    await expect(seed(studio)).toHaveValue("3");
  });
});

/** A paste of text where the page itself or an element has the focus. */
async function paste(studio: StudioPage, selector: string, text: string): Promise<void> {
  await studio.page.locator(selector).evaluate((target, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
