import path from "node:path";
import type { Page } from "@playwright/test";
import { modelFrom } from "@/lib/import/model-from";
import { readModels } from "@/lib/import/read-models";
import { modelFields } from "@/lib/models/localize";
import { isSingleMedia } from "@/lib/schema/series";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";
import { type SharedText, sharedTexts } from "@/tests/support/shared-texts";
import { type Studio, startStudio } from "@/tests/support/studio";

/** What lies beside the project where it is developed; every fourth of it, or all that is asked for. */
const SHARED = sharedTexts();
const TEXTS = process.env.TEST_EVERY_SCHEMA ? SHARED : SHARED.filter((_, index) => index % 4 === 0);
const SECONDS_EACH = 25;

// Of its own: shipped models are stood in for here.
let studio: Studio;
test.beforeAll(async () => {
  if (TEXTS.length > 0) studio = await startStudio();
});
test.afterAll(async () => {
  await studio?.stop();
  await studio?.clear();
});

test("catalogue files and pages become models, and their forms have every field", async ({ page, studio: { say } }) => {
  test.skip(TEXTS.length === 0, "../shared is absent");
  test.setTimeout(TEXTS.length * SECONDS_EACH * 1_000);
  for (const [index, shared] of TEXTS.entries()) {
    await test.step(path.basename(shared.file), async () => {
      await page.goto(`${studio.url}/models/add`);
      await give(page, say, shared, { asFile: index % 2 === 0 });
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(say("addModel.title"));
      await expect(page.getByText(shared.modelId, { exact: true }).first()).toBeVisible();
      const fields = page.getByRole("region", {
        name: say("addModel.fields", { count: shared.keys.length }),
        exact: true,
      });
      const names = await fields.getByRole("listitem").locator(".num").allInnerTexts();
      expect(names.sort()).toEqual(shared.keys);
      await expectForm(page, shared);

      await page.getByRole("button", { name: say("addModel.add", { count: 1 }), exact: true }).click();
      await expect(page).toHaveURL(`${studio.url}/models/${shared.modelId}`);
      await expect(page.getByRole("form")).toBeVisible();
      await expectForm(page, shared);
    });
  }
});

/** Pasted, or dropped anywhere on the page. */
async function give(page: Page, say: StudioPage["say"], { file, text }: SharedText, { asFile }: { asFile: boolean }) {
  // Its list is asked for by the browser: what is typed before that may be lost.
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  if (!asFile) {
    await page.getByRole("textbox", { name: say("addModel.paste"), exact: true }).fill(text);
    return page.getByRole("button", { name: say("addModel.read"), exact: true }).click();
  }
  const dataTransfer = await page.evaluateHandle(
    (dropped) => {
      const data = new DataTransfer();
      data.items.add(new File([dropped.text], dropped.name));
      return data;
    },
    { text, name: path.basename(file) },
  );
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer });
}

/** Rare fields are folded; a numbered series is one slot, at the place of its first key. */
async function expectForm(page: Page, { text }: SharedText) {
  const reading = readModels(text);
  const [found] = reading.kind === "models" ? reading.models : [];
  if (found?.modelId === undefined) throw new Error("There is no model in it.");
  const fields = modelFields(modelFrom({ ...found, modelId: found.modelId }), "en");
  const shown = fields.filter(
    (field) => !isSingleMedia(field) || field.series === undefined || field.series.index === 1,
  );
  for (const { name } of shown) await expect(page.locator(`[data-field="${name}"]`)).toBeAttached();
}
