import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EncodedPacketSink } from "mediabunny";
import { describe, expect, it } from "vitest";
import { CLIP, clipWithCover } from "@/tests/support/media";
import { withMedia } from "@/tests/support/open-media";
import { smallWebm } from "@/tests/support/small-webm";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import { moveIndexToFront } from "./front-index";
import { probeMedia } from "./probe";
import { readCover } from "./read-media";

describe("moveIndexToFront", () => {
  it.each([
    ["from an encoder", smallClip],
    ["with a cover", () => clipWithCover({ indexFirst: false })],
  ])("moves it and keeps every frame and its time in an MP4 %s", async (_, make) => {
    const { path, out } = await files(await make());
    expect(await moveIndexToFront(path, out)).toBe(true);
    const moved = await readFile(out);
    expect(moved.indexOf("moov")).toBeLessThan(moved.indexOf("mdat"));
    expect(await packets(out)).toEqual(await packets(path));
    expect((await packets(out)).length).toBe(CLIP.frameCount);
    expect(await probeMedia(out)).toEqual(await probeMedia(path));
    expect(moved.length).toBe((await readFile(path)).length);
  });

  it("keeps the tags", async () => {
    const { path, out } = await files(await clipWithCover({ indexFirst: false }));
    await moveIndexToFront(path, out);
    expect(await readCover(out, "video/mp4")).toEqual(await readCover(path, "video/mp4"));
    expect(await withMedia(out, async (media) => (await media.getMetadataTags()).title)).toBe("Kept title");
  });

  it.each([
    ["has its index in front already", () => clipWithCover({ indexFirst: true })],
    ["is not an MP4", async () => smallWebm()],
    ["is cut off in its index", async () => (await smallClip()).subarray(0, -10)],
    ["hides its offsets", async () => withHiddenOffsets(await smallClip())],
  ])("does nothing to a file that %s", async (_, make) => {
    const { path, out } = await files(await make());
    expect(await moveIndexToFront(path, out)).toBe(false);
    await expect(readFile(out)).rejects.toThrow(/ENOENT/);
  });
});

function withHiddenOffsets(clip: Uint8Array): Buffer {
  const bytes = Buffer.from(clip);
  bytes.write("cmov", bytes.indexOf("iods"));
  return bytes;
}

async function files(content: Uint8Array): Promise<{ path: string; out: string }> {
  const folder = await temporaryFolder();
  return { path: await folder.write("in.mp4", content), out: join(folder.path, "out.mp4") };
}

function packets(path: string): Promise<string[]> {
  return withMedia(path, async (media) => {
    const track = await media.getPrimaryVideoTrack();
    const found: string[] = [];
    if (track === null) return found;
    for await (const packet of new EncodedPacketSink(track).packets()) {
      found.push(`${packet.timestamp} ${packet.type} ${Buffer.from(packet.data).toString("base64")}`);
    }
    return found;
  });
}
