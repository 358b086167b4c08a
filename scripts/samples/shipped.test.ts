import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { paintBicycle } from "./bicycle";
import { createEasel, finishPaper } from "./paint";

const FOLDER = "public/samples";
const NAMES = ["bicycle", "child", "coat", "companion", "fox", "lantern", "lead", "scarf", "umbrella"];

it("ships the nine pictures that the models' examples name", async () => {
  expect((await readdir(FOLDER)).sort()).toEqual(NAMES.map((name) => `${name}.webp`));
});

it.each(NAMES)("ships %s as an upright picture of less than 150 kB", async (name) => {
  const bytes = await readFile(join(FOLDER, `${name}.webp`));
  expect(bytes.length).toBeLessThan(150_000);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 1024, height: 1280 });
});

it("draws a picture as it was shipped", async () => {
  const easel = createEasel("bicycle");
  paintBicycle(easel);
  const drawn = await sharp(finishPaper(easel).toBuffer("image/png")).removeAlpha().raw().toBuffer();
  const shipped = await sharp(join(FOLDER, "bicycle.webp")).removeAlpha().raw().toBuffer();
  const difference = drawn.reduce((sum, value, at) => sum + Math.abs(value - (shipped[at] ?? 0)), 0) / drawn.length;
  expect(difference).toBeLessThan(4);
});
