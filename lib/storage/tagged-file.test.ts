import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { EncodedPacketSink } from "mediabunny";
import { describe, expect, it } from "vitest";
import { clipWithCover } from "@/tests/support/media";
import { withMedia } from "@/tests/support/open-media";
import { box, chunkOffsets, smallMp4 } from "@/tests/support/small-mp4";
import { smallWebm } from "@/tests/support/small-webm";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import { createDiskStore } from "./disk";
import { readCover } from "./read-media";
import { withTags } from "./tagged-file";

const TAGS = { title: "2026-01-01_여우", comment: '{"dailies":1,"input":{"prompt":"비 오는 밤"}}', tool: "Dailies" };

async function stored(content: Uint8Array, mediaType = "video/mp4") {
  const folder = await temporaryFolder();
  const files = createDiskStore({ root: folder.path });
  const fileKey = await files.adopt(await folder.write("in", content), "mp4");
  const open = (tags = TAGS) => withTags({ fileKey, mediaType }, tags, files);
  const whole = async (tags = TAGS) => {
    const opened = await open(tags);
    return opened && { opened, bytes: await read(opened) };
  };
  return { folder, open, whole };
}

type Opened = NonNullable<Awaited<ReturnType<typeof withTags>>>;

async function read(opened: Opened, range?: { start: number; endInclusive: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await opened.read(range)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const chunk = fc.uint8Array({ minLength: 1, maxLength: 30 });
const kept = fc.constantFrom(
  undefined,
  [],
  [box("cprt", Buffer.from("kept"))],
  [Buffer.alloc(4)],
  [box("meta", Buffer.alloc(4), box("hdlr", Buffer.from("\0\0\0\0\0\0\0\0mdirappl\0\0\0\0\0\0\0\0\0", "latin1")))],
);
const mp4 = fc.record({
  indexFirst: fc.boolean(),
  long: fc.boolean(),
  chunks: fc.array(chunk, { minLength: 1, maxLength: 5 }),
  userData: kept,
  before: fc.nat(20),
  behind: fc.nat(20),
});

describe("a video with tags", () => {
  it("has every chunk where its table says, whatever the order of its boxes", async () => {
    await fc.assert(
      fc.asyncProperty(mp4, fc.string({ unit: "grapheme" }), async ({ userData, ...shape }, comment) => {
        const file = smallMp4({ ...shape, ...(userData && { userData }) });
        const tagged = await (await stored(file)).whole({ ...TAGS, comment });
        const bytes = tagged?.bytes ?? Buffer.alloc(0);
        expect(tagged?.opened.bytes).toBe(bytes.length);
        const found = chunkOffsets(bytes, shape.long).map((at, place) =>
          bytes.subarray(at, at + (shape.chunks[place]?.length ?? 0)),
        );
        expect(found.map((each) => each.toString("hex"))).toEqual(
          shape.chunks.map((each) => Buffer.from(each).toString("hex")),
        );
        expect(bytes.includes(comment)).toBe(true);
        expect(bytes.includes("kept")).toBe(file.includes("kept"));
      }),
      { numRuns: 60 },
    );
  });

  it("is in any range what the whole is there", async () => {
    const { open, whole } = await stored(await clipWithCover({ indexFirst: true }));
    const opened = await open();
    const bytes = (await whole())?.bytes ?? Buffer.alloc(0);
    const range = fc.tuple(fc.nat(bytes.length - 1), fc.nat(bytes.length - 1));
    await fc.assert(
      fc.asyncProperty(range, async ([one, other]) => {
        const [start, endInclusive] = one < other ? [one, other] : [other, one];
        const part = opened && (await read(opened, { start, endInclusive }));
        expect(part?.equals(bytes.subarray(start, endInclusive + 1))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["with its index behind the pictures", smallClip],
    ["with its index in front and a cover", () => clipWithCover({ indexFirst: true })],
    ["with its index behind and a cover", () => clipWithCover({ indexFirst: false })],
  ])("keeps every frame, its time and its cover %s, and shows the tags", async (_, make) => {
    const { folder, whole } = await stored(await make());
    const before = await folder.write("before.mp4", await make());
    const after = await folder.write("after.mp4", (await whole())?.bytes ?? "");
    expect(await packets(after)).toEqual(await packets(before));
    expect(await readCover(after, "video/mp4")).toEqual(await readCover(before, "video/mp4"));
    const { title, comment } = await withMedia(after, (media) => media.getMetadataTags());
    expect({ title, comment }).toEqual({ title: TAGS.title, comment: TAGS.comment });
  });

  it("replaces tags of its own names, and has another version with other tags", async () => {
    const { folder, whole } = await stored(await clipWithCover({ indexFirst: true }));
    const first = await whole();
    const again = await (await stored(first?.bytes ?? Buffer.alloc(0))).whole({ ...TAGS, comment: "second" });
    const after = await folder.write("again.mp4", again?.bytes ?? "");
    expect((await withMedia(after, (media) => media.getMetadataTags())).comment).toBe("second");
    expect(again?.bytes.includes(TAGS.comment)).toBe(false);
    expect(again?.opened.version).not.toBe(first?.opened.version);
  });

  it.runIf(hasTool("ffprobe"))("shows its tags in ffprobe and decodes to the same frames in ffmpeg", async () => {
    const { folder, whole } = await stored(await clipWithCover({ indexFirst: true }));
    const before = await folder.write("before.mp4", await clipWithCover({ indexFirst: true }));
    const after = await folder.write("after.mp4", (await whole())?.bytes ?? "");
    const shown = run("ffprobe", ["-v", "error", "-show_format", "-of", "json", after]);
    expect(JSON.parse(shown).format.tags).toMatchObject({
      comment: TAGS.comment,
      title: TAGS.title,
      encoder: TAGS.tool,
    });
    const frames = (path: string) => run("ffmpeg", ["-v", "error", "-i", path, "-map", "0:v:0", "-f", "framemd5", "-"]);
    expect(frames(after)).toBe(frames(before));
  });

  it.each([
    ["of another kind", () => smallWebm(), "video/webm"],
    ["that is cut off", async () => (await smallClip()).subarray(0, -10), "video/mp4"],
    ["in fragments", () => Buffer.concat([smallMp4(PLAIN), box("moof")]), "video/mp4"],
    ["with two indexes", () => Buffer.concat([smallMp4(PLAIN), box("moov")]), "video/mp4"],
    ["with tags of another kind", () => smallMp4({ ...PLAIN, userData: [OTHER_TAGS] }), "video/mp4"],
    ["with something else in its user data", () => smallMp4({ ...PLAIN, userData: [Buffer.from("odd")] }), "video/mp4"],
    ["without an index", () => box("mdat"), "video/mp4"],
  ])("is nothing for a file %s", async (_, make, mediaType) => {
    expect(await (await stored(await make(), mediaType)).open()).toBeUndefined();
  });
});

const PLAIN = { indexFirst: true, long: false, chunks: [Buffer.from("a")], before: 0, behind: 0 };
const OTHER_TAGS = box("meta", Buffer.alloc(4), box("hdlr", Buffer.from("\0\0\0\0\0\0\0\0mdta\0\0\0\0", "latin1")));

function run(tool: string, args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: "utf8" });
}

function hasTool(name: string): boolean {
  return spawnSync(name, ["-version"]).status === 0;
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
