import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locale } from "@/lib/i18n/locales";
import type { TakeSettings } from "@/lib/media/take-settings";
import { findModel } from "@/lib/models/catalog";
import { exampleFiles, exampleTake } from "@/lib/models/example-take";
import { localize, modelFields } from "@/lib/models/localize";
import type { AnimaticSpec } from "@/lib/sandbox/animatic";
import { createFilm } from "@/lib/sandbox/render/draw/film";
import { renderAnimatic } from "@/lib/sandbox/render/render-animatic";
import { animaticSpec } from "@/lib/sandbox/spec/animatic-spec";
import { seedOf } from "@/lib/sandbox/spec/composition";
import type { FileTags } from "@/lib/storage/ports";
import { withTags } from "@/lib/storage/tagged-file";

const POSTER_QUALITY = 78;
const POSTER_SCALE = 2;

/** What the sandbox would draw for the example in a language, in the size of the shipped film. */
export async function exampleSpec(locale: Locale): Promise<AnimaticSpec> {
  const { modelId, input, film } = exampleTake(locale);
  const model = modelOf(modelId);
  const sources = {
    readSample: (name: string) => readFile(`public/samples/${name}.webp`),
    readAsset: async () => undefined,
    fetchReference: () => Promise.reject(new Error("the example needs nothing from outside")),
  };
  const fields = modelFields(model, locale);
  const seed = seedOf(fields, input, () => 0);
  const spec = await animaticSpec({ model, fields, input, seed }, sources, new AbortController().signal);
  return { ...spec, ...film };
}

/** A still of the film, sharper than the film: it is what is looked at first. */
export async function exampleStill({ width, height, ...spec }: AnimaticSpec): Promise<Buffer> {
  const still = await createFilm({ ...spec, width: width * POSTER_SCALE, height: height * POSTER_SCALE }).poster();
  return still.toBuffer("image/webp", POSTER_QUALITY);
}

/** Renders film and poster of a language below `folder`, by the encoder that is the same on every machine. Answers their bytes. */
export async function renderExample(locale: Locale, folder: string): Promise<number> {
  const spec = await exampleSpec(locale);
  const scratch = await mkdtemp(join(tmpdir(), "dailies-example-"));
  try {
    const path = join(scratch, "film.mp4");
    await renderAnimatic(spec, { path, ffmpegPath: undefined, signal: new AbortController().signal });
    const film = await tagged(path, tagsOf(locale));
    const still = await exampleStill(spec);
    const files = exampleFiles(locale);
    await writeFile(join(folder, files.film), film);
    await writeFile(join(folder, files.poster), still);
    return film.length + still.length;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** As a downloaded take carries them, so that the film rebuilds the form when it is dropped. */
function tagsOf(locale: Locale): FileTags {
  const { modelId, input } = exampleTake(locale);
  const settings: TakeSettings = { dailies: 1, modelId, input };
  return { title: localize(modelOf(modelId).name, locale), comment: JSON.stringify(settings), tool: "Dailies" };
}

async function tagged(path: string, tags: FileTags): Promise<Buffer> {
  const file = await withTags({ fileKey: path, mediaType: "video/mp4" }, tags, {
    size: async (key) => (await stat(key)).size,
    read: async (key, range) => createReadStream(key, { start: range?.start, end: range?.endInclusive }),
  });
  if (!file) throw new Error("the film cannot carry its settings");
  return Buffer.concat(await (await file.read()).toArray());
}

function modelOf(id: string) {
  const model = findModel(id);
  if (!model) throw new Error(`the example's model ${id} is not one of the studio's`);
  return model;
}
