import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Field } from "@/lib/schema/field";
import { isSingleMedia } from "@/lib/schema/series";
import { FormFiller } from "@/tests/support/browser/fill-form";
import { expect, test } from "@/tests/support/browser/test";
import { wav } from "@/tests/support/media";
import { coveringModels } from "@/tests/support/schema-cover";
import { EVERY_KIND, sharedModels, writeModels } from "@/tests/support/schema-models";
import { type Studio, startStudio } from "@/tests/support/studio";
import { encodeClip } from "@/tests/support/upstream/clip";

/**
 * The catalogue's schemas lie beside the project where it is developed; elsewhere the form of every kind stands for them. All of
 * them are drawn by a component test; here those are filled that together have every sort of field, or all that are asked for.
 */
const SHARED = sharedModels();
const MODELS = [EVERY_KIND, ...(process.env.TEST_EVERY_SCHEMA ? SHARED : coveringModels(SHARED))];

// Dozens of takes wait in the strip, and a browser without a graphics card draws every breath of theirs.
test.use({ contextOptions: { reducedMotion: "reduce" } });

let studio: Studio;
let files: Record<"image" | "video" | "audio", string>;

test.beforeAll(async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dailies-schemas-"));
  await writeModels(dataDir, MODELS);
  files = { image: "public/samples/lead.webp", video: path.join(dataDir, "a.mp4"), audio: path.join(dataDir, "a.wav") };
  await writeFile(files.video, await encodeClip({ width: 576, height: 320, frameCount: 84 }));
  await writeFile(files.audio, wav({ seconds: 4 }));
  // What is tried is the forms: the takes are accepted by the sandbox and stay in its queue, unrendered.
  studio = await startStudio({ dataDir, env: { SANDBOX_QUEUE_MS: "600000", MAX_IN_FLIGHT: "100" } });
});
test.afterAll(async () => {
  await studio.stop();
  await studio.clear();
});

test("the catalogue's schemas are all here", () => {
  test.skip(SHARED.length === 0, "../shared/models is absent: only the form of every kind is tried");
  expect(SHARED).toHaveLength(28);
});

for (const { id } of MODELS) {
  test(`${id}: every field is in view, takes a value, and is sent`, async ({ page, studio: { say }, request }) => {
    const { model } = await (await request.get(`${studio.url}/api/models/${id}`)).json();
    const fields: Field[] = model.fields;
    const form = new FormFiller(page, say);
    await page.goto(`${studio.url}/models/${id}`);
    await form.unfold();

    const shown = fields.filter(isShown);
    for (const field of shown) {
      const frame = form.frame(field.name);
      await frame.scrollIntoViewIfNeeded();
      await expect(frame.locator("label, span").first()).toBeVisible();
      expect(await frame.locator("input, textarea, select, output, button").count()).toBeGreaterThan(0);
    }
    for (const field of fields.filter((one) => !isMedia(one))) await form.fill(field);

    const generate = page.getByRole("button", { name: new RegExp(`^${say("composer.generate")}`) });
    if (fields.some((field) => isMedia(field) && field.required)) {
      await generate.click();
      for (const field of shown.filter((one) => isMedia(one) && one.required)) {
        await expect(form.frame(field.name).getByText(say("issues.required")).first()).toBeVisible();
      }
    }
    for (const field of shown.filter(isMedia)) {
      const kind = field.kind === "mediaList" ? field.media : field.kind;
      if (!isFileKind(kind)) continue;
      await form.frame(field.name).locator("input[type=file]").setInputFiles(files[kind]);
      await expect(form.frame(field.name).getByText(say("media.ready"), { exact: true })).toBeVisible({
        timeout: 30_000,
      });
    }

    const answered = page.waitForResponse(
      (one) => one.url().endsWith("/api/jobs") && one.request().method() === "POST",
    );
    await generate.click();
    const answer = await answered;
    expect(answer.status()).toBe(201);
    const { job } = await answer.json();
    expect(Object.keys(job.input).sort()).toEqual(shown.map(({ name }) => name).sort());
  });
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test.describe(`the form of every kind, ${viewport.width} pixels wide`, () => {
    test.use({ viewport });

    test("is filled, corrected and put back by keyboard alone", async ({ page, studio: { say } }) => {
      const form = new FormFiller(page, say);
      await page.goto(`${studio.url}/models/${EVERY_KIND.id}`);
      const steps = form.frame("steps").getByRole("spinbutton");
      await steps.focus();
      await page.keyboard.type("99");
      await page.keyboard.press("Tab");
      await expect(form.frame("steps").getByText(say("issues.tooLarge", { max: 50 }))).toBeVisible();
      await expect(steps).toHaveValue("99");
      await form
        .frame("steps")
        .getByRole("button", { name: say("fields.clearField", { label: "Steps" }) })
        .press("Enter");
      await expect(steps).toHaveValue("");
      await expect(steps).toBeFocused();

      await form
        .frame("loras")
        .getByRole("button", { name: say("fields.addItem") })
        .press("Enter");
      await expect(form.frame("loras.0.path").getByRole("textbox")).toBeFocused();
      await page.keyboard.type("https://example.com/film.safetensors");
      await page.keyboard.press("Tab");
      await page.keyboard.type("2,5");
      await form.frame("prompt").locator("textarea").focus();
      await page.keyboard.type("A lighthouse.");
      await page.keyboard.press("Control+Enter");
      const scale = form.frame("loras.0.scale").getByRole("spinbutton");
      await expect(scale).toBeFocused();
      await expect(scale).toHaveAccessibleDescription(say("issues.tooLarge", { max: 2 }));
    });

    test("has nothing that axe finds, with help, errors and rows in view", async ({ page, studio: { say } }) => {
      const form = new FormFiller(page, say);
      await page.goto(`${studio.url}/models/${EVERY_KIND.id}`);
      await form
        .frame("duration")
        .getByRole("button", { name: say("composer.explain") })
        .click();
      await form
        .frame("loras")
        .getByRole("button", { name: say("fields.addItem") })
        .click();
      await form.frame("extra").getByRole("textbox").fill('{"a": 1\n"b": 2}');
      await page.getByRole("button", { name: new RegExp(`^${say("composer.generate")}`) }).click();
      await expect(form.frame("extra").getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
      const { violations } = await new AxeBuilder({ page }).include("form").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });
}

function isMedia(field: Field): boolean {
  return isSingleMedia(field) || field.kind === "mediaList";
}

function isFileKind(kind: string): kind is keyof typeof files {
  return kind === "image" || kind === "video" || kind === "audio";
}

/** A numbered series is one slot, at the place of its first key. */
function isShown(field: Field): boolean {
  return !isSingleMedia(field) || field.series === undefined || field.series.index === 1;
}
