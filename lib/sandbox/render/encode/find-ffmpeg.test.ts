import { chmod } from "node:fs/promises";
import { delimiter } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { findFfmpeg } from "./find-ffmpeg";

async function fakeFfmpeg(encoders: string, mode = 0o755): Promise<{ folder: string; path: string }> {
  const folder = await temporaryFolder();
  const path = await folder.write("ffmpeg", `#!/bin/sh\necho "${encoders}"\n`);
  await chmod(path, mode);
  return { folder: folder.path, path };
}

describe("findFfmpeg", () => {
  it("takes the given one", async () => {
    const { path } = await fakeFfmpeg(" V....D libx264  H.264");
    expect(await findFfmpeg(path, "")).toBe(path);
  });

  it("takes the first on PATH", async () => {
    const [first, second] = [await fakeFfmpeg("libx264"), await fakeFfmpeg("libx264")];
    const empty = await temporaryFolder();
    expect(await findFfmpeg(undefined, [empty.path, first.folder, second.folder].join(delimiter))).toBe(first.path);
  });

  it.each([
    ["has no libx264", "mpeg4 only", 0o755],
    ["cannot be executed", "libx264", 0o644],
  ])("has none where it %s", async (_, encoders, mode) => {
    const { folder, path } = await fakeFfmpeg(encoders, mode);
    expect(await findFfmpeg(undefined, folder)).toBeUndefined();
    expect(await findFfmpeg(path, "")).toBeUndefined();
  });

  it("has none where the given path leads nowhere, whatever is on PATH", async () => {
    const { folder } = await fakeFfmpeg("libx264");
    expect(await findFfmpeg(`${folder}/none`, folder)).toBeUndefined();
    expect(await findFfmpeg(undefined, "")).toBeUndefined();
  });
});
