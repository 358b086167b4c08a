import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext, Locator, Page, Response } from "@playwright/test";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const PROMPT_ONLY = "tencent/hunyuan/text-to-video";
/** One word that no other test writes, so that a search finds these two alone. */
const FIRST = "[refuse] A quokka in the harbour at night, slow pan.";
const SECOND = "[refuse] A quokka in the desert at noon, slow pan.";

class Library {
  readonly dialog: Locator;
  constructor(
    private readonly studio: StudioPage,
    page: Page,
  ) {
    this.dialog = page.getByRole("dialog", { name: studio.say("library.title") });
  }

  async open(): Promise<void> {
    await this.studio.button(this.studio.say("library.open")).click();
    await expect(this.dialog.getByRole("searchbox")).toBeFocused();
  }

  async showSnippets(): Promise<void> {
    await this.dialog.getByRole("tab", { name: this.studio.say("library.snippets") }).click();
  }

  get history(): Locator {
    return this.dialog.getByRole("list", { name: this.studio.say("library.history") }).getByRole("button");
  }

  get chosen(): Locator {
    return this.dialog.getByRole("region", { name: this.studio.say("library.chosen") });
  }

  press(name: "use" | "insert" | "saveAsSnippet" | "saveSelected" | "save" | "back"): Promise<void> {
    return this.dialog.getByRole("button", { name: this.studio.say(`library.${name}`), exact: true }).click();
  }

  pressNamed(act: "insertNamed" | "editNamed" | "deleteNamed" | "undoDelete", name: string): Promise<void> {
    return this.dialog.getByRole("button", { name: this.studio.say(`library.${act}`, { name }), exact: true }).click();
  }
}

async function sendBoth(studio: StudioPage): Promise<void> {
  await studio.open(PROMPT_ONLY);
  for (const prompt of [FIRST, SECOND]) {
    const isSubmit = (answer: Response) => answer.request().method() === "POST" && answer.url().endsWith("/api/jobs");
    const answer = studio.page.waitForResponse(isSubmit);
    await studio.generateWithPrompt(prompt);
    expect((await answer).status()).toBe(201);
  }
}

async function clearSnippets(request: APIRequestContext): Promise<void> {
  const { snippets } = await (await request.get("/api/snippets")).json();
  for (const { id } of snippets) await request.delete(`/api/snippets/${id}`);
}

test("a sent prompt is found, compared word by word, used and taken back", async ({ studio, page }) => {
  const library = new Library(studio, page);
  await sendBoth(studio);

  await library.open();
  await library.dialog.getByRole("searchbox").fill("QUOKKA harbour");
  await expect(library.history).toHaveCount(1);
  await library.history.click();
  await expect(library.chosen.getByText(FIRST, { exact: true })).toBeVisible();
  const difference = library.chosen.getByRole("region", { name: studio.say("library.difference") });
  await expect(difference.locator("p").last().locator("ins")).toHaveText(["harbour", "night"]);
  await expect(difference.locator("p").last().locator("del")).toHaveText(["desert", "noon"]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await library.press("use");
  await expect(library.dialog).toHaveCount(0);
  await expect(studio.prompt).toHaveValue(FIRST);
  await expect(studio.prompt).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(studio.prompt).toHaveValue(SECOND);
});

test("a snippet is saved, inserted after a reload, renamed, deleted and brought back", async ({ studio, page }) => {
  const library = new Library(studio, page);
  await clearSnippets(page.request);
  await studio.open(PROMPT_ONLY);
  await studio.prompt.fill("A numbat walks, golden hour light.");
  await studio.prompt.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(16, 33));
  await library.open();
  await library.showSnippets();
  await library.press("saveSelected");
  await expect(library.dialog.getByText(studio.say("library.saved", { name: "golden hour light" }))).toBeVisible();

  await page.reload();
  await expect(studio.prompt).toHaveValue(/^A numbat walks/);
  await studio.prompt.fill("A numbat");
  await library.open();
  await library.showSnippets();
  await library.dialog.getByRole("searchbox").fill("golden");
  await library.pressNamed("editNamed", "golden hour light");
  await library.dialog.getByLabel(studio.say("library.name"), { exact: true }).fill("Low sun");
  await library.press("save");
  await library.pressNamed("deleteNamed", "Low sun");
  await library.pressNamed("undoDelete", "Low sun");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await library.pressNamed("insertNamed", "Low sun");
  await expect(studio.prompt).toHaveValue("A numbat golden hour light");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(studio.prompt).toHaveValue("A numbat");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the library works by the keyboard, the chosen prompt in place of the list", async ({ studio, page }) => {
    const library = new Library(studio, page);
    await studio.open(PROMPT_ONLY);
    await page.request.post("/api/jobs", { data: { modelId: PROMPT_ONLY, input: { prompt: FIRST } } });
    await studio.prompt.fill(SECOND);
    await studio.button(studio.say("library.open")).press("Enter");
    await expect(library.dialog.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("quokka harbour");
    await expect(library.history).toHaveCount(1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(library.chosen).toBeFocused();
    await expect(library.history).toBeHidden();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(library.history).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(library.dialog).toHaveCount(0);
    await expect(studio.button(studio.say("library.open"))).toBeFocused();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
