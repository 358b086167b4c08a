import { chmod } from "node:fs/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { findFfmpeg } from "@/lib/sandbox/render/encode/find-ffmpeg";
import { film } from "@/tests/support/hostile/files/films";
import { listenEverywhere } from "@/tests/support/hostile/internet";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import { runFfmpeg } from "./run-ffmpeg";

const found = await findFfmpeg(undefined, process.env.PATH ?? "");

async function run(content: Uint8Array | string, mediaType: string, ffmpegPath: string) {
  const folder = await temporaryFolder();
  const path = await folder.write("file", content);
  return runFfmpeg(path, { ffmpegPath, mediaType, output: [], maxMs: 10_000 });
}

describe("what ffmpeg is started with", () => {
  it("bounds its memory, its time, its pictures and what it may open", async () => {
    const folder = await temporaryFolder();
    const program = await folder.write("ffmpeg", '#!/bin/sh\necho "$(ulimit -v) $(ulimit -t) $@"\n');
    await chmod(program, 0o755);
    const said = String(await run("x", "video/webm", program));
    expect(said).toMatch(/^2000000 120 -nostdin /);
    expect(said).toContain(
      " -max_alloc 268435456 -threads 1 -max_pixels 50000000 -protocol_whitelist file -f matroska -i",
    );
  });
});

const LISTS: readonly [title: string, content: (address: string) => string | Uint8Array][] = [
  ["a play list", (address) => `#EXTM3U\n#EXTINF:1,\n${address}\n#EXT-X-ENDLIST\n`],
  ["a play list of files", () => "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"],
  ["a list of its own", (address) => `ffconcat version 1.0\nfile '${address}'\n`],
  ["a DASH manifest", (address) => `<?xml version="1.0"?><MPD><Period><BaseURL>${address}</BaseURL></Period></MPD>`],
  ["a session description", () => "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n"],
  ["a film whose frames are elsewhere", (address) => film({ elsewhere: address })],
];

describe.runIf(found !== undefined)("the real ffmpeg", () => {
  const ffmpegPath = found ?? "";

  it("draws a frame within its bounds", async () => {
    expect((await run(await smallClip(), "video/mp4", ffmpegPath))?.subarray(1, 4).toString()).toBe("PNG");
  });

  it.each(LISTS)("draws nothing of %s and asks nobody", async (_, content) => {
    const listener = await listenEverywhere();
    onTestFinished(() => listener.close());
    const hostile = content(`http://127.0.0.1:${listener.port}/`);
    for (const mediaType of ["video/mp4", "video/webm", "application/vnd.apple.mpegurl"]) {
      expect(await run(hostile, mediaType, ffmpegPath)).toBeUndefined();
    }
    expect(listener.connections()).toBe(0);
  });

  it("draws nothing of a film of a gigapixel", async () => {
    expect(await run(film({ width: 32_000, height: 32_000 }), "video/mp4", ffmpegPath)).toBeUndefined();
  });
});
