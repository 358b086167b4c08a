import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { probeFilm } from "@/tests/support/render/probe";
import { disc, makeSpec } from "@/tests/support/render/spec";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { findFfmpeg } from "./encode/find-ffmpeg";
import { renderAnimatic } from "./render-animatic";

const ffmpeg = await findFfmpeg(undefined, process.env.PATH ?? "");
const { signal } = new AbortController();
const encoders = [
  { encoder: "wasm", ffmpegPath: undefined, skip: false },
  { encoder: "ffmpeg", ffmpegPath: ffmpeg, skip: ffmpeg === undefined },
];

describe.each(encoders)("an animatic encoded by $encoder", ({ encoder, ffmpegPath, skip }) => {
  const title = skip ? " (skipped: no ffmpeg with libx264 on PATH)" : "";

  it.skipIf(skip).each([
    { fps: 24, frameCount: 85, width: 96, height: 54 },
    { fps: 24, frameCount: 129, width: 54, height: 96 },
    { fps: 16, frameCount: 81, width: 64, height: 64 },
    { fps: 12, frameCount: 141, width: 98, height: 50 },
    { fps: 24, frameCount: 1, width: 32, height: 32 },
  ])(`has exactly $frameCount frames at $fps a second, $width by $height${title}`, async (format) => {
    const path = join((await temporaryFolder()).path, "film.mp4");
    const rendered = await renderAnimatic(makeSpec(format), { path, ffmpegPath, signal });
    const film = await probeFilm(path, format.fps);
    expect(rendered).toMatchObject({ path, encoder });
    expect([film.width, film.height]).toEqual([format.width, format.height]);
    expect(film.times.map((time) => Math.round(time * 1e6) / 1e6)).toEqual(
      Array.from({ length: format.frameCount }, (_, index) => index),
    );
    expect(film.keyFrames).toEqual(film.realKeyFrames);
    const gaps = film.keyFrames.map((frame, index) => (film.keyFrames[index + 1] ?? format.frameCount) - frame);
    expect(film.keyFrames[0]).toBe(0);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(format.fps);
  });

  it.skipIf(skip)(`declares its colours, has its index first and its poster inside${title}`, async () => {
    const path = join((await temporaryFolder()).path, "film.mp4");
    const spec = makeSpec({ references: [disc("character1", "#224466")] });
    await renderAnimatic(spec, { path, ffmpegPath, signal });
    const film = await probeFilm(path, spec.fps);
    expect(film.matrix).toBe("bt709");
    expect(film.boxes.indexOf("moov")).toBeLessThan(film.boxes.indexOf("mdat"));
    expect(film.coverType).toBe("image/jpeg");
    expect(await sharp(film.cover).metadata()).toMatchObject({ format: "jpeg", width: 160, height: 90 });
  });

  it.skipIf(skip)(`leaves only the film behind${title}`, async () => {
    const folder = await temporaryFolder();
    await renderAnimatic(makeSpec(), { path: join(folder.path, "film.mp4"), ffmpegPath, signal });
    expect(await readdir(folder.path)).toEqual(["film.mp4"]);
  });

  it.skipIf(skip)(`stops when aborted and leaves nothing behind${title}`, async () => {
    const folder = await temporaryFolder();
    const abort = new AbortController();
    const rendering = renderAnimatic(makeSpec({ frameCount: 5000 }), {
      ...{ path: join(folder.path, "film.mp4"), ffmpegPath, signal: abort.signal },
    });
    setImmediate(() => abort.abort());
    await expect(rendering).rejects.toThrow(/abort/i);
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe("an ffmpeg that fails", () => {
  it.each([
    ["at once", "exit 1"],
    ["after the last frame", "cat > /dev/null; exit 1"],
  ])("%s is replaced by the built-in encoder", async (_, script) => {
    const folder = await temporaryFolder();
    const ffmpegPath = await folder.write("ffmpeg", `#!/bin/sh\n${script}\n`);
    await chmod(ffmpegPath, 0o755);
    const path = join(folder.path, "film.mp4");
    expect(await renderAnimatic(makeSpec(), { path, ffmpegPath, signal })).toMatchObject({ encoder: "wasm" });
    expect((await probeFilm(path, 12)).times).toHaveLength(12);
  });

  it("is replaced where it does not exist", async () => {
    const path = join((await temporaryFolder()).path, "film.mp4");
    const options = { path, ffmpegPath: "/nowhere/ffmpeg", signal };
    expect(await renderAnimatic(makeSpec(), options)).toMatchObject({ encoder: "wasm" });
  });
});

describe("a folder that cannot be written", () => {
  it("fails the render", async () => {
    const path = join((await temporaryFolder()).path, "missing", "film.mp4");
    await expect(renderAnimatic(makeSpec(), { path, ffmpegPath: undefined, signal })).rejects.toThrow(/ENOENT/);
  });
});
