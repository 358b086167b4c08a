import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@/tests/support/browser/test";

// A text that is cut.
test.use({ expectedErrors: [/status of 422/] });
const LISTED = "bytedance/seedance-2.0/pro";
const ID = "acme/reel-2.1/image-to-video";
/** A page as a browser copies it, in a language that is not the reader's, with an apostrophe that no shell would take. */
const PAGE = `목차

1. 시작하기

curl --request POST \\
  --url https://model-api.runcomfy.net/v1/models/${ID} \\
  --header "Authorization: Bearer <token>" \\
  --data '{
    "prompt": "The boy's kite climbs.",
    "face": "https://files.example/a.webp"
  }'

입력 스키마

{
  "type": "object",
  "required": ["prompt"],
  "properties": {
    "prompt": { "title": "문장", "type": "string" },
    "face": { "title": "얼굴", "type": "string" },
    "duration": { "title": "길이", "type": "integer", "enum": [3, 5], "default": 3 }
  }
}{ "output": { "type": "object", "properties": { "video": { "type": "string", "format": "uri" } } } }
링크드인`;

test("a model is made of its page's text, corrected, used for a take, and removed", async ({ page, studio }) => {
  const { say } = studio;
  await page.goto("/models");
  await page.getByRole("link", { name: say("models.add"), exact: true }).click();
  const text = page.getByRole("textbox", { name: say("addModel.paste"), exact: true });
  await text.fill(PAGE.slice(0, PAGE.indexOf('"duration"')));
  await page.getByRole("button", { name: say("addModel.read"), exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "}" })).toBeVisible();

  await text.fill(PAGE);
  await page.getByRole("button", { name: say("addModel.read"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reel 2.1 image to video");
  const kind = page.getByRole("combobox", { name: say("addModel.kindOf", { label: "얼굴" }), exact: true });
  await expect(kind).toHaveValue("image");
  await kind.selectOption("text");
  await expect(kind).toHaveValue("text");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("textbox", { name: say("addModel.name"), exact: true }).fill("Kite reel");
  await page.getByRole("button", { name: say("addModel.add", { count: 1 }), exact: true }).click();

  await expect(page).toHaveURL(`/models/${ID}`);
  await page.getByRole("textbox", { name: "문장", exact: true }).fill("A kite [refuse]");
  // A text that need not be said is among the rare fields.
  await page
    .locator("summary")
    .filter({ hasText: say("composer.more") })
    .click();
  await expect(page.getByRole("textbox", { name: "얼굴", exact: true })).toBeVisible();
  await studio.generateButton.click();
  await expect(page.getByText("Kite reel").first()).toBeVisible();

  await page.goto("/models");
  await page.getByRole("button", { name: say("addedModels.actions", { name: "Kite reel" }), exact: true }).click();
  await page.getByRole("menuitem", { name: say("addedModels.remove"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: say("addedModels.remove"), exact: true }).click();
  await expect(page.getByText(say("addedModels.removed", { name: "Kite reel" }), { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Kite reel" })).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a model of the list is found and used at once", async ({ page, studio }) => {
    const { say } = studio;
    // A studio that is given may have it from an earlier run; one that has not answers that it has not.
    await page.request.delete(`/api/imports/${LISTED}`);
    await page.goto("/models/add");
    const search = page.getByRole("searchbox", { name: say("catalog.search"), exact: true });
    await search.fill("seedance pro");
    const entry = page.getByRole("listitem").filter({ hasText: "seedance" });
    await expect(entry).toHaveCount(1);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await entry.getByRole("button").click();
    await expect(page).toHaveURL(`/models/${LISTED}`);
    await expect(page.getByRole("form")).toBeVisible();
  });
});
