import { describe, expect, it } from "vitest";
import { film, words } from "@/tests/support/hostile/files/films";
import { box } from "@/tests/support/small-mp4";
import { areIndexesSound } from "./sound-index";

/** What was said of a file, and what was read to say it. */
async function judged(file: Buffer) {
  const read = { times: 0, bytes: 0 };
  const isSound = await areIndexesSound(async (start, length) => {
    const bytes = file.subarray(start, start + length);
    read.times += 1;
    read.bytes += bytes.length;
    return bytes;
  }, file.length);
  return { isSound, ...read };
}

const times = (count: number) => box("stts", words(0, count), Buffer.alloc(count * 8));
const empty = (count: number) => Buffer.concat(Array<Buffer>(count).fill(box("free")));

function fragment(): Buffer {
  const track = box(
    "traf",
    box("tfhd", words(0x20000, 1)),
    box("tfdt", words(0, 0)),
    box("trun", words(0x200, 60), Buffer.alloc(240)),
    box("sbgp", words(0, 0, 0)),
    box("saiz", words(0, 0, 0)),
  );
  return Buffer.concat([box("moof", box("mfhd", words(0, 1)), track, track), box("mdat", Buffer.alloc(480))]);
}

describe("areIndexesSound", () => {
  it("takes an hour of film in fragments of two seconds", async () => {
    const file = Buffer.concat([film(), ...Array<Buffer>(1_800).fill(fragment())]);
    expect(await judged(file)).toMatchObject({ isSound: true });
  });

  it.each([
    ["a table outside of the index", (count: number) => times(count * 4_000)],
    ["an unknown box", (count: number) => box("free", Buffer.alloc(count * 32_000))],
  ])("reads as little, however large %s is", async (_, large) => {
    const once = await judged(Buffer.concat([film(), large(10)]));
    const often = await judged(Buffer.concat([film(), large(100)]));
    expect(once.isSound && often.isSound).toBe(true);
    expect(often.bytes).toBeLessThan(once.bytes + 50_000);
    expect(often.times).toBe(once.times);
  });

  it("reads small boxes of a fragment by the hundred", async () => {
    const { isSound, times } = await judged(Buffer.concat([film(), box("moof", empty(9_000))]));
    expect(isSound).toBe(true);
    expect(times).toBeLessThan(100);
  });

  it("refuses a fragment that is longer than an index may be, without its table", async () => {
    const { isSound, bytes } = await judged(Buffer.concat([film(), box("moof", times(1_200_000))]));
    expect(isSound).toBe(false);
    expect(bytes).toBeLessThan(100_000);
  });

  it("refuses more boxes than an hour in fragments has, and stops there", async () => {
    const fragments = (count: number) =>
      Buffer.concat([film(), ...Array<Buffer>(count).fill(box("moof", empty(5_000)))]);
    expect(await judged(fragments(15))).toMatchObject({ isSound: true });
    const [some, more] = [await judged(fragments(30)), await judged(fragments(60))];
    expect([some.isSound, more.isSound]).toEqual([false, false]);
    expect(more.times - some.times).toBeLessThan(40);
  });

  it("refuses so many boxes of one kind that it does not see the last", async () => {
    expect(await judged(Buffer.concat([film(), box("moof", empty(10_000), times(1))]))).toMatchObject({
      isSound: false,
    });
  });
});
