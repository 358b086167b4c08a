import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Field } from "@/lib/schema/field";
import { isSingleMedia } from "@/lib/schema/series";
import { FormFiller } from "@/tests/support/browser/fill-form";
import { expect, test } from "@/tests/support/browser/test";
import { wav } from "@/tests/support/media";
import { EVERY_KIND, sharedModels, writeModels } from "@/tests/support/schema-models";
import { type Studio, startStudio } from "@/tests/support/studio";
import { encodeClip } from "@/tests/support/upstream/clip";

/** The catalogue's schemas lie beside the project where it is developed; elsewhere the form of every kind stands for them. */
const SHARED = sharedModels();
const MODELS = [EVERY_KIND, ...SHARED];

let studio: Studio;
let files: Record<"image" | "video" | "audio", string>;

test.beforeAll(async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dailies-schemas-"));
  await writeModels(dataDir, MODELS);
  files = { image: "public/samples/lead.webp", video: path.join(dataDir, "a.mp4"), audio: path.join(dataDir, "a.wav") };
  await writeFile(files.video, await encodeClip({ width: 576, height: 320, frameCount: 84 }));
  await writeFile(files.audio, wav({ seconds: 4 }));
  studio = await startStudio({ dataDir });
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
      await expect(form.frame(field.name).getByText(say("media.ready"), { exact: true })).toBeVisible();
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
