import { describe, expect, it } from "vitest";
import { film, words } from "@/tests/support/hostile/files/films";
import { CLIP, clipWithCover, mp3, wav } from "@/tests/support/media";
import { plain } from "@/tests/support/pictures";
import { box } from "@/tests/support/small-mp4";
import { smallWebm, WEBM } from "@/tests/support/small-webm";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import { probeMedia } from "./probe";

async function probed(content: Uint8Array | string) {
  const folder = await temporaryFolder();
  return probeMedia(await folder.write("file", content));
}

describe("probeMedia", () => {
  it.each([
    ["MP4 with its index at the end", smallClip, { kind: "video", mediaType: "video/mp4", ...CLIP }],
    ["MP4 with its index in front", () => clipWithCover({ indexFirst: true }), { kind: "video", ...CLIP }],
    ["WebM", async () => smallWebm(), { kind: "video", mediaType: "video/webm", ...WEBM }],
    ["WAV", async () => wav({ seconds: 2 }), { kind: "audio", mediaType: "audio/wav", durationMs: 2_000 }],
    ["MP3", async () => mp3({ frames: 100 }), { kind: "audio", mediaType: "audio/mpeg", durationMs: 2_612 }],
  ])("measures %s", async (_, make, expected) => {
    expect(await probed(await make())).toMatchObject(expected);
  });

  it("measures an hour of film, whose index is a thousand times that of a take", async () => {
    const frameCount = 216_000;
    const shifts = Buffer.alloc(frameCount * 8, words(1, 0, 1, 2, 1, 1));
    const times = [[frameCount, 1] as const];
    const inTable = [box("ctts", words(0, frameCount), shifts)];
    const long = film({ timescale: 60, times, frameCount, frameBytes: 1, inTable });
    expect(await probed(long)).toMatchObject({ kind: "video", frameCount });
  });

  it.each([
    ["MP4 with its index at the end", smallClip],
    ["MP4 with its index in front", () => clipWithCover({ indexFirst: true })],
    ["WebM", async () => smallWebm()],
    ["WAV", async () => wav({ seconds: 1 })],
  ])("refuses %s at every length at which it is cut off", async (_, make) => {
    const whole = await make();
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.901, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      await expect(probed(cut), `${share}`).rejects.toMatchObject({ code: "unreadableFile" });
    }
  });

  it.each([
    ["a picture", () => plain("image/png", { width: 4, height: 4 })],
    ["a page", async () => "<!doctype html><title>404</title>"],
    ["nothing", async () => ""],
    ["only the start of an MP4", async () => (await smallClip()).subarray(0, 32)],
    ["noise behind the start of an MP4", async () => noisyMp4()],
    ["an empty WAV", async () => wav({ seconds: 0 })],
    ["an MP3 tag without sound", async () => Buffer.from("ID3\x04\0\0\0\0\0\0", "latin1")],
  ])("refuses %s", async (_, make) => {
    await expect(probed(await make())).rejects.toMatchObject({ code: "unreadableFile" });
  });
});

async function noisyMp4(): Promise<Uint8Array> {
  const start = (await smallClip()).subarray(0, 32);
  return Buffer.concat([start, Buffer.alloc(10_000, 0xa5)]);
}
