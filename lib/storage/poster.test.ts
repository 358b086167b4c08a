import { chmod, readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { clipWithCover, mp3 } from "@/tests/support/media";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import { grabFrame } from "./ffmpeg-frame";
import { posterFor } from "./poster";
import { probeMedia } from "./probe";

async function stored(content: Uint8Array) {
  const folder = await temporaryFolder();
  return folder.write("file", content);
}

/** A program in the place of ffmpeg: what it is called with and how it ends is what matters here. */
async function program(script: string): Promise<string> {
  const folder = await temporaryFolder();
  const path = await folder.write("ffmpeg", `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

async function framePng(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 36, channels: 3, background: "#0000ff" } })
    .png()
    .toBuffer();
}

describe("posterFor", () => {
  it("is the embedded cover, as a WebP, where there is no ffmpeg", async () => {
    const path = await stored(await clipWithCover({ indexFirst: true }));
    const poster = await posterFor(path, await probeMedia(path));
    expect(poster).toMatchObject({ width: 320, height: 180 });
    expect((await sharp(poster?.bytes).metadata()).format).toBe("webp");
  });

  it("is a frame from a tenth of the way in where there is an ffmpeg", async () => {
    const folder = await temporaryFolder();
    const png = await folder.write("frame.png", await framePng());
    const ffmpegPath = await program(`echo "$@" >> ${folder.path}/calls; cat ${png}`);
    const path = await stored(await clipWithCover({ indexFirst: true }));
    expect(await posterFor(path, await probeMedia(path), { ffmpegPath })).toMatchObject({ width: 64, height: 36 });
    expect(await readFile(`${folder.path}/calls`, "utf8")).toMatch(/-protocol_whitelist file -f mov -ss 50ms -i file:/);
  });

  it.each([
    ["fails", "exit 1"],
    ["gives nothing", "exit 0"],
    ["gives rubbish", "echo rubbish"],
  ])("is the cover when ffmpeg %s", async (_, script) => {
    const path = await stored(await clipWithCover({ indexFirst: true }));
    const poster = await posterFor(path, await probeMedia(path), { ffmpegPath: await program(script) });
    expect(poster).toMatchObject({ width: 320, height: 180 });
  });

  it("is the cover when there is no ffmpeg at its path", async () => {
    const path = await stored(await clipWithCover({ indexFirst: true }));
    const poster = await posterFor(path, await probeMedia(path), { ffmpegPath: "/nowhere/ffmpeg" });
    expect(poster).toMatchObject({ width: 320 });
  });

  it.each([
    ["a video", smallClip],
    ["a sound", async () => mp3({ frames: 10 })],
  ])("is missing for %s with neither", async (_, make) => {
    const path = await stored(await make());
    expect(await posterFor(path, await probeMedia(path))).toBeUndefined();
  });
});

describe("grabFrame", () => {
  it("kills an ffmpeg that hangs", async () => {
    const ffmpegPath = await program("exec sleep 600");
    const path = await stored(await smallClip());
    expect(await grabFrame(path, { ffmpegPath, mediaType: "video/mp4", atMs: 0, maxMs: 50 })).toBeUndefined();
  });

  it("does not open a container that ffmpeg would have to guess", async () => {
    const ffmpegPath = await program("echo called");
    const path = await stored(mp3({ frames: 10 }));
    expect(await grabFrame(path, { ffmpegPath, mediaType: "audio/mpeg", atMs: 0 })).toBeUndefined();
  });
});
