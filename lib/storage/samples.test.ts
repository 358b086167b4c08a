import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assetBench } from "@/tests/support/asset-bench";
import { plain } from "@/tests/support/pictures";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { seedSamples } from "./samples";

const wide = () => plain("image/webp", { width: 40, height: 20 });
const tall = () => plain("image/webp", { width: 20, height: 40 });

async function seeded() {
  const folder = await temporaryFolder();
  await folder.write("coat.webp", await wide());
  await folder.write("fox.webp", await tall());
  await folder.write("README.md", "not a sample");
  const bench = await assetBench();
  const seed = () => seedSamples({ ...bench, folder: folder.path });
  await seed();
  return { ...bench, folder, seed };
}

describe("seedSamples", () => {
  it("makes each picture an asset with a fixed id", async () => {
    const { assets, files } = await seeded();
    const coat = await assets.get("sample-coat");
    expect(coat).toMatchObject({ origin: "sample", name: "coat.webp", mediaType: "image/webp", width: 40, height: 20 });
    expect(Buffer.from(await files.readAll(coat?.fileKey ?? ""))).toEqual(await wide());
    expect(await assets.get("sample-fox")).toMatchObject({ width: 20, height: 40 });
  });

  it("does nothing the second time", async () => {
    const { assets, seed, stored } = await seeded();
    const before = [await assets.get("sample-coat"), (await stored()).sort()];
    await seed();
    expect([await assets.get("sample-coat"), (await stored()).sort()]).toEqual(before);
  });

  it("replaces a sample that has changed, and removes its old file", async () => {
    const { assets, folder, seed, stored } = await seeded();
    const before = (await stored()).length;
    await folder.write("coat.webp", await tall());
    await seed();
    expect(await assets.get("sample-coat")).toMatchObject({ width: 20, height: 40 });
    expect((await stored()).length).toBe(before);
  });

  it("stores again what is gone from the store", async () => {
    const { assets, files, seed } = await seeded();
    const lost = await assets.get("sample-coat");
    await files.remove(lost?.fileKey ?? "");
    await seed();
    const found = await assets.get("sample-coat");
    expect((await files.readAll(found?.fileKey ?? "")).length).toBe(found?.bytes);
  });

  it("does without the folder", async () => {
    const { folder, seed, assets } = await seeded();
    await rm(join(folder.path), { recursive: true });
    await seed();
    expect(await assets.get("sample-coat")).toBeDefined();
  });
});
