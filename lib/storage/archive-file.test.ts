import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MAX_PIXELS } from "@/lib/media/upload-limits";
import { CLIP, clipWithCover, wav } from "@/tests/support/media";
import { noise, plain } from "@/tests/support/pictures";
import { smallWebm, WEBM } from "@/tests/support/small-webm";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import { storeOutput } from "./archive-file";
import { createDiskStore } from "./disk";
import { discardFiles } from "./place";

async function bench() {
  const { path: root } = await temporaryFolder();
  const files = createDiskStore({ root });
  return {
    files,
    /** Every file below the root. */
    stored: async () =>
      (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()),
    async store(content: Uint8Array | string, keepsUnread = false) {
      const path = await files.temporaryPath();
      await writeFile(path, content);
      return storeOutput({ path, files, clock: () => 77, ids: () => "id-1", keepsUnread: () => keepsUnread });
    },
  };
}

describe("storeOutput", () => {
  it("describes what it stored, and stores nothing else", async () => {
    const { files, store, stored } = await bench();
    const asset = await store(await clipWithCover({ indexFirst: true }));
    expect(asset).toMatchObject({
      id: "id-1",
      kind: "video",
      origin: "output",
      mediaType: "video/mp4",
      ...CLIP,
      createdAtMs: 77,
    });
    const bytes = await files.readAll(asset.fileKey);
    expect(asset.bytes).toBe(bytes.length);
    expect(asset.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    const poster = await sharp(await files.readAll(asset.posterKey ?? "")).metadata();
    expect(poster).toMatchObject({ format: "webp", width: 320, height: 180 });
    expect((await stored()).length).toBe(2);
  });

  it("stores an MP4 with its index in front", async () => {
    const { files, store, stored } = await bench();
    const asset = await store(await smallClip());
    const bytes = Buffer.from(await files.readAll(asset.fileKey));
    expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"));
    expect(asset.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(asset).toMatchObject(CLIP);
    expect((await stored()).length).toBe(1);
  });

  it.each([
    ["a WebM", async () => smallWebm(), { kind: "video", mediaType: "video/webm", ...WEBM }],
    ["a WAV", async () => wav({ seconds: 1 }), { kind: "audio", mediaType: "audio/wav", durationMs: 1_000 }],
    ["a JPEG", () => plain("image/jpeg", { width: 30, height: 20 }), { kind: "image", width: 30, height: 20 }],
    ["a GIF, which is not decoded", () => gif(), { kind: "image", mediaType: "image/gif" }],
    [
      "a picture with too many pixels for a poster",
      () => plain("image/png", { width: 10_000, height: MAX_PIXELS / 10_000 + 1 }),
      { kind: "image", width: 10_000, height: 5_001 },
    ],
  ])("stores %s byte for byte", async (_, make, expected) => {
    const { files, store } = await bench();
    const content = await make();
    const asset = await store(content);
    expect(asset).toMatchObject(expected);
    expect(Buffer.from(await files.readAll(asset.fileKey)).equals(content)).toBe(true);
  });

  it.each([
    ["an error page", "<!doctype html><h1>404</h1>", "text/html"],
    ["an error body", '{"error_code":404001}', "application/json"],
    ["nothing", "", "application/octet-stream"],
  ])("refuses %s even where media are kept unread", async (_, content, found) => {
    const { store, stored } = await bench();
    await expect(store(content, true)).rejects.toMatchObject({ code: "unsupportedType", facts: { found } });
    expect(await stored()).toEqual([]);
  });

  it.each([
    ["a film with bytes behind its end", async () => Buffer.concat([await smallClip(), Buffer.from("end")])],
    ["a shortened film", async () => (await smallClip()).subarray(0, -20)],
    ["a shortened picture", async () => (await noise("image/png", { width: 50, height: 50 })).subarray(0, -900)],
  ])("keeps %s byte for byte and unmeasured where it would be lost else", async (_, make) => {
    const { files, store, stored } = await bench();
    const content = await make();
    await expect(store(content)).rejects.toMatchObject({ code: "unreadableFile" });
    const asset = await store(content, true);
    expect(asset).toMatchObject({ origin: "output", bytes: content.length, pictureBytes: 0 });
    for (const unknown of ["width", "durationMs", "frameCount", "posterKey"]) expect(asset).not.toHaveProperty(unknown);
    expect(Buffer.from(await files.readAll(asset.fileKey)).equals(content)).toBe(true);
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ["a shortened MP4", async () => (await clipWithCover({ indexFirst: true })).subarray(0, -20), /^damaged$/],
    [
      "a shortened PNG",
      async () => (await noise("image/png", { width: 50, height: 50 })).subarray(0, -900),
      /^damaged$/,
    ],
  ])("refuses %s and leaves no file behind", async (_, make, reason) => {
    const { store, stored } = await bench();
    await expect(store(await make())).rejects.toMatchObject({
      code: "unreadableFile",
      facts: { reason: expect.stringMatching(reason) },
    });
    expect(await stored()).toEqual([]);
  });

  it("can be taken back, poster and all", async () => {
    const { files, store, stored } = await bench();
    await discardFiles(await store(await clipWithCover({ indexFirst: false })), files);
    expect(await stored()).toEqual([]);
  });
});

function gif(): Promise<Buffer> {
  return sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
    .gif()
    .toBuffer();
}
