import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { CARRIERS, HOSTILE_NAMES, MARK } from "@/tests/support/hostile/files/cleaned";
import { send } from "@/tests/support/hostile/send";
import { openUploadStudio } from "@/tests/support/hostile/upload-studio";
import { plain } from "@/tests/support/pictures";

it(`stores ${CARRIERS.length} pictures without what they carry`, async () => {
  const { url, kept } = await openUploadStudio();
  for (const { title, make } of CARRIERS) {
    expect([title, (await send(url, { content: await make() }, "form")).status]).toEqual([title, 201]);
  }
  const { files } = await kept();
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const content = await readFile(file);
    expect(content.includes(MARK)).toBe(false);
    expect(content.length).toBeLessThan(20_000);
    const { exif, xmp, icc, pages = 1 } = await sharp(content).metadata();
    expect({ exif, xmp, icc, pages }).toEqual({ exif: undefined, xmp: undefined, icc: undefined, pages: 1 });
  }
});

it(`writes nothing to a place that a name names, and keeps ${HOSTILE_NAMES.length} names fit to be shown`, async () => {
  const { url, kept, files: root } = await openUploadStudio();
  const names: (string | null | undefined)[] = [];
  for (const [place, [name]] of HOSTILE_NAMES.entries()) {
    const content = await plain("image/png", { width: place + 1, height: 1 });
    names.push((await send(url, { content, name }, "body")).asset?.name ?? null);
  }
  expect(names).toEqual(HOSTILE_NAMES.map(([, keptName]) => keptName));
  const { files } = await kept();
  const places = files.map((file) => relative(root, file).split(sep).join("/"));
  expect(places.filter((place) => !/^[0-9a-f]{2}\/[0-9a-f]{30}\.(png|webp)$/.test(place))).toEqual([]);
});

it.each([
  ['a"; filename="b.html', "a"],
  ["..\\..\\b.png", "b.png"],
  ["../../b.png", "b.png"],
  ["x".repeat(6_000), "x".repeat(200)],
])("takes a form whose file is called %j for one file", async (name, expected) => {
  const { url } = await openUploadStudio();
  const content = await plain("image/png", { width: 3, height: 3 });
  const { status, asset } = await send(url, { content, name }, "form");
  expect([status, asset?.name]).toEqual([201, expected]);
});
