import { chmod, readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { spriteGeometry } from "@/lib/media/sprite";
import { findFfmpeg } from "@/lib/sandbox/render/encode/find-ffmpeg";
import { type AssetBench, assetBench } from "@/tests/support/asset-bench";
import { clipWithCover } from "@/tests/support/media";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import { storeOutput } from "./archive-file";
import type { Asset } from "./asset";
import { checkedSprite, checkPosterShape, spriteByFfmpeg } from "./sprite";
import { createSpriteQueue } from "./sprite-queue";

const realFfmpeg = await findFfmpeg(undefined, process.env.PATH ?? "");

/** A busy machine starts programs slowly. */
const SOON = { timeout: 20_000 };
/** 12 tiles of 160 × 90. */
const SHEET = { width: 1600, height: 180 };
const sheet = (size: { width: number; height: number }) =>
  sharp({ create: { ...size, channels: 3, background: "#0000ff" } })
    .png()
    .toBuffer();

async function program(script: string): Promise<string> {
  const folder = await temporaryFolder();
  const path = await folder.write("ffmpeg", `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

/** Stands for an ffmpeg: whatever it is asked, it gives a sheet of this size, and notes the question. */
async function sheetMaker(size = SHEET) {
  const folder = await temporaryFolder();
  const png = await folder.write("sheet.png", await sheet(size));
  const path = await program(`echo "$@" >> ${folder.path}/calls; cat ${png}`);
  return { path, calls: () => readFile(`${folder.path}/calls`, "utf8").catch(() => "") };
}

async function archived(bench: AssetBench, content?: Uint8Array): Promise<Asset> {
  const path = await bench.files.temporaryPath();
  await writeFile(path, content ?? (await clipWithCover({ indexFirst: true })));
  const asset = await storeOutput({ path, ...bench });
  await bench.assets.insert(asset);
  return asset;
}

function queueOf(bench: AssetBench, ffmpegPath: string) {
  const errors: unknown[] = [];
  const queue = createSpriteQueue({ ...bench, ffmpegPath, onError: (error) => errors.push(error) });
  return { queue, errors };
}

describe("spriteByFfmpeg", () => {
  it("asks for every frame of a short film in one sheet, without the cover", async () => {
    const ffmpeg = await sheetMaker();
    const asset = await archived(await assetBench());
    const folder = await temporaryFolder();
    const path = await folder.write("film", await smallClip());
    const sprite = await spriteByFfmpeg(path, asset, { ffmpegPath: ffmpeg.path });
    expect(await sharp(sprite).metadata()).toMatchObject({ format: "webp", ...SHEET });
    expect(await ffmpeg.calls()).toMatch(/-f mov .*-map 0:V:0 -vf select=not\(mod\(n\\,1\)\),scale=160:90,tile=10x2/);
  });

  it.each([
    ["fails", "exit 1"],
    ["gives nothing", "exit 0"],
    ["gives rubbish", "echo rubbish"],
  ])("gives none when ffmpeg %s", async (_, script) => {
    const asset = await archived(await assetBench());
    const ffmpegPath = await program(script);
    expect(await spriteByFfmpeg("/nowhere", asset, { ffmpegPath })).toBeUndefined();
  });

  it("gives none of a film whose size is not known", async () => {
    const { width: _, ...asset } = await archived(await assetBench());
    expect(await spriteByFfmpeg("/nowhere", asset, { ffmpegPath: "/nowhere/ffmpeg" })).toBeUndefined();
  });

  it.skipIf(!realFfmpeg)(
    "holds the frames of a real film in their order, where this machine has an ffmpeg",
    async () => {
      const asset = await archived(await assetBench());
      const folder = await temporaryFolder();
      const path = await folder.write("film", await clipWithCover({ indexFirst: true }));
      const sprite = await spriteByFfmpeg(path, asset, { ffmpegPath: realFfmpeg ?? "" });
      const { data, info } = await sharp(sprite).raw().toBuffer({ resolveWithObject: true });
      const greyAt = (tile: number) => data[(45 * info.width + tile * 160 + 80) * info.channels] ?? 0;
      const greys = Array.from({ length: 10 }, (_, tile) => greyAt(tile));
      expect(greys).toEqual([...greys].sort((a, b) => a - b));
      expect(new Set(greys).size).toBe(10);
    },
  );
});

const asset: Asset = {
  id: "a",
  kind: "video",
  origin: "output",
  mediaType: "video/mp4",
  bytes: 1,
  sha256: "a".repeat(64),
  width: 64,
  height: 36,
  frameCount: 12,
  fileKey: "aa/b.mp4",
  createdAtMs: 1,
};

describe("a picture from a browser", () => {
  it("is taken as a sprite in the one size that it can have, and encoded anew", async () => {
    const geometry = spriteGeometry(asset);
    if (!geometry) throw new Error("no geometry");
    const sprite = await checkedSprite(await sheet(SHEET), geometry);
    expect((await sharp(sprite).metadata()).format).toBe("webp");
    const narrow = await sheet({ width: 1599, height: 180 });
    await expect(checkedSprite(narrow, geometry)).rejects.toMatchObject({ code: "invalidRequest" });
    await expect(checkedSprite(Buffer.from("rubbish"), geometry)).rejects.toMatchObject({ code: "unreadableFile" });
  });

  it("is taken as a poster in the shape of its video", async () => {
    await checkPosterShape(await sheet({ width: 640, height: 361 }), asset);
    const square = await sheet({ width: 64, height: 64 });
    await expect(checkPosterShape(square, asset)).rejects.toMatchObject({ code: "invalidRequest" });
  });
});

describe("the queue of sprites", () => {
  it("makes up for what is missing, oldest first, one at a time, and leaves no temporary file", async () => {
    const bench = await assetBench();
    const assets = [await archived(bench), await archived(bench), await archived(bench)];
    const { queue, errors } = queueOf(bench, (await sheetMaker()).path);
    queue.nudge();
    await expect.poll(() => bench.assets.withoutSprite({ limit: 9, except: [] }), SOON).toEqual([]);
    await queue.stop();
    expect(errors).toEqual([]);
    const made = await bench.assets.getMany(assets.map(({ id }) => id));
    expect(made.map(({ sprite }) => sprite)).toEqual(
      made.map(() => ({ key: expect.any(String), columns: 10, rows: 2, tileWidth: 160, tileHeight: 90, count: 12 })),
    );
    expect(await bench.stored()).toHaveLength(3 * 3);
  });

  it("makes a poster where one is missing", async () => {
    const bench = await assetBench();
    const asset = await archived(bench, await smallClip());
    expect(asset.posterKey).toBeUndefined();
    const { queue } = queueOf(bench, (await sheetMaker()).path);
    queue.nudge();
    await expect.poll(async () => (await bench.assets.get(asset.id))?.sprite, SOON).toBeDefined();
    await queue.stop();
    expect((await bench.assets.get(asset.id))?.posterKey).toBeDefined();
  });

  it("leaves a film alone of which no sprite can be made, and goes on", async () => {
    const bench = await assetBench();
    const ffmpeg = await sheetMaker({ width: 10, height: 10 });
    await archived(bench);
    const { queue, errors } = queueOf(bench, ffmpeg.path);
    const questions = async () => (await ffmpeg.calls()).split("\n").length - 1;
    queue.nudge();
    await expect.poll(questions, SOON).toBe(1);
    await archived(bench);
    queue.nudge();
    await expect.poll(questions, SOON).toBe(2);
    await queue.stop();
    expect(errors).toEqual([]);
    expect(await bench.assets.withoutSprite({ limit: 9, except: [] })).toHaveLength(2);
  });

  it("tries every film once of which none can be made, however many they are, and asks no longer questions for it", async () => {
    const bench = await assetBench();
    const failing = 210;
    for (let n = 0; n < failing; n++) await bench.assets.insert({ ...asset, id: `film-${n}`, createdAtMs: n });
    const { queue, errors } = queueOf(bench, (await sheetMaker()).path);
    const questions = vi.spyOn(bench.assets, "withoutSprite");
    queue.nudge();
    await expect.poll(() => errors.length, SOON).toBe(failing);
    const late = { ...asset, id: "film-205b", createdAtMs: 205 };
    await bench.assets.insert(late);
    queue.nudge();
    await expect.poll(() => errors.length, SOON).toBe(failing + 1);
    await queue.stop();
    expect(Math.max(...questions.mock.calls.map(([{ except }]) => except.length))).toBe(200);
  });

  it("ends at once when it is stopped, in the middle of a film", async () => {
    const bench = await assetBench();
    await archived(bench);
    const { queue } = queueOf(bench, await program("exec sleep 600"));
    queue.nudge();
    await queue.stop();
    expect(await bench.assets.withoutSprite({ limit: 9, except: [] })).toHaveLength(1);
  });
});
