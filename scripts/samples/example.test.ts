import { readdir, readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { readEmbeddedSettings } from "@/lib/media/embedded-settings";
import { findModel } from "@/lib/models/catalog";
import { exampleFiles, exampleTake } from "@/lib/models/example-take";
import { modelFields } from "@/lib/models/localize";
import { createValidator } from "@/lib/schema/validator";
import { mediaRefs } from "@/lib/schema/values";
import { probeFilm } from "@/tests/support/render/probe";
import { exampleSpec, exampleStill } from "./example";

const MAX_BYTES = 260_000;

it("ships one film and one poster a language, and nothing else", async () => {
  const files = LOCALES.map(exampleFiles).flatMap(({ film, poster }) => [film, poster]);
  expect((await readdir("public/example")).map((name) => `example/${name}`).sort()).toEqual(files.sort());
});

describe.each(LOCALES)("the example in %s", (locale) => {
  const { modelId, input, prompt, film } = exampleTake(locale);
  const files = exampleFiles(locale);
  const read = (file: string) => readFile(`public/${file}`);

  it("can be sent as it is, and its prompt names every reference", () => {
    const model = findModel(modelId);
    const fields = model ? modelFields(model, locale) : [];
    expect(createValidator(fields).parse(input)).toEqual({ ok: true, value: input });
    const tags = mediaRefs(fields, input).map(({ field }) => ("tag" in field ? field.tag : undefined));
    expect(tags).toHaveLength(3);
    for (const tag of tags) expect(prompt).toContain(tag);
  });

  it("is a film that carries the settings which the page shows", async () => {
    const settings = await readEmbeddedSettings(new Blob([new Uint8Array(await read(files.film))]));
    expect(settings).toEqual({ dailies: 1, modelId, input });
  });

  it("has the size and the frames that the page says, in little weight", async () => {
    const { width, height, times, boxes } = await probeFilm(`public/${files.film}`, film.fps);
    expect({ width, height, frameCount: times.length }).toEqual({
      width: film.width,
      height: film.height,
      frameCount: film.frameCount,
    });
    expect(boxes.indexOf("moov")).toBeLessThan(boxes.indexOf("mdat"));
    expect((await read(files.film)).length + (await read(files.poster)).length).toBeLessThan(MAX_BYTES);
  });

  it("has a poster as the sandbox draws it from these settings", async () => {
    const pixels = (bytes: Buffer) => sharp(bytes).removeAlpha().raw().toBuffer();
    const drawn = await pixels(await exampleStill(await exampleSpec(locale)));
    const shipped = await pixels(await read(files.poster));
    expect(shipped.length).toBe(drawn.length);
    const difference = drawn.reduce((sum, value, at) => sum + Math.abs(value - (shipped[at] ?? 0)), 0) / drawn.length;
    expect(difference).toBeLessThan(2);
  });
});
