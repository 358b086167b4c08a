import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { box, smallMp4 } from "@/tests/support/small-mp4";
import { readEmbeddedSettings } from "./embedded-settings";

const SETTINGS = { dailies: 1 as const, modelId: "maker/model", input: { prompt: "비 오는 밤" }, jobId: "a1" };

const DEEP = JSON.stringify(SETTINGS).replace('{"prompt"', `{"x":${"[".repeat(400)}${"]".repeat(400)},"prompt"`);

function comment(text: string): Buffer {
  const kind = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]);
  return box("\xa9cmt", box("data", kind, Buffer.from(text)));
}

function clip({ entries = [comment(JSON.stringify(SETTINGS))], version = Buffer.alloc(4), indexFirst = true } = {}) {
  const userData = [box("meta", version, box("hdlr", Buffer.alloc(25)), box("ilst", ...entries))];
  return smallMp4({ indexFirst, long: false, chunks: [Buffer.alloc(5_000)], userData, before: 3, behind: 3 });
}

/** A file that tells how much of it was read. */
function watched(bytes: Uint8Array<ArrayBuffer>, size = bytes.length) {
  let read = 0;
  const slice = (from: number, to: number) => {
    const part = bytes.slice(from, to);
    read += part.length;
    return new Blob([part]);
  };
  return { file: { size, slice }, bytesRead: () => read };
}

describe("settings in a video", () => {
  it.each([
    ["with its index in front", clip()],
    ["with its index behind", clip({ indexFirst: false })],
    ["as QuickTime writes tags", clip({ version: Buffer.alloc(0) })],
    ["beside another comment", clip({ entries: [comment("A holiday"), comment(JSON.stringify(SETTINGS))] })],
  ])("are found %s, without reading its pictures", async (_, bytes) => {
    const { file, bytesRead } = watched(bytes);
    expect(await readEmbeddedSettings(file)).toEqual(SETTINGS);
    expect(bytesRead()).toBeLessThan(bytes.length - 4_000);
  });

  it.each([
    ["no tags", smallMp4({ indexFirst: true, long: false, chunks: [], before: 0, behind: 0 })],
    ["another comment", clip({ entries: [comment("A holiday")] })],
    ["a comment of a later form", clip({ entries: [comment(JSON.stringify({ ...SETTINGS, dailies: 2 }))] })],
    ["settings without a model", clip({ entries: [comment(JSON.stringify({ ...SETTINGS, modelId: 1 }))] })],
    ["an input that is no object", clip({ entries: [comment(JSON.stringify({ ...SETTINGS, input: [] }))] })],
    ["an input as deep as none is", clip({ entries: [comment(DEEP)] })],
    ["no boxes", Buffer.from("RIFF0000WAVE")],
    ["nothing", Buffer.alloc(0)],
  ])("are none in a file with %s", async (_, bytes) => {
    expect(await readEmbeddedSettings(new Blob([bytes]))).toBeUndefined();
  });

  it("are none where an index says that it is larger than any", async () => {
    const index = box("moov");
    index.writeUInt32BE(0xffff_fff0);
    const { file, bytesRead } = watched(index, 2 ** 40);
    expect(await readEmbeddedSettings(file)).toBeUndefined();
    expect(bytesRead()).toBeLessThan(64);
  });

  it("do no harm where a file is cut, or any of its bytes are others", async () => {
    const bytes = clip();
    const start = bytes.indexOf("moov") - 4;
    const spoilt = fc.record({
      end: fc.integer({ min: 0, max: bytes.length }),
      changes: fc.array(
        fc.tuple(fc.integer({ min: start, max: bytes.length - 5_100 }), fc.integer({ min: 0, max: 255 })),
      ),
    });
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ end, changes }) => {
        const other = Buffer.from(bytes);
        for (const [at, value] of changes) other[at] = value;
        const { file, bytesRead } = watched(other.subarray(0, end));
        const found = await readEmbeddedSettings(file);
        if (found) expect(typeof found.modelId).toBe("string");
        // The headers at the top, and the index at most once.
        expect(bytesRead()).toBeLessThanOrEqual(end + 16 * 10_000);
      }),
    );
  });

  it("end where boxes without content follow each other for ever", async () => {
    const { file } = watched(Buffer.concat(Array.from({ length: 30_000 }, () => box("free"))));
    expect(await readEmbeddedSettings(file)).toBeUndefined();
  });
});
