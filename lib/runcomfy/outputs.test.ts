import fc from "fast-check";
import { expect, it } from "vitest";
import { collectOutputs } from "./outputs";

const url = (name: string) => `https://files.example/${name}`;

it.each<[unknown, object[]]>([
  [url("a"), [{ url: url("a") }]],
  [` ${url("a.MP4?sig=1")} `, [{ url: url("a.MP4?sig=1"), kindHint: "video" }]],
  [
    [url("a.png"), url("b.wav")],
    [
      { url: url("a.png"), kindHint: "image" },
      { url: url("b.wav"), kindHint: "audio" },
    ],
  ],
  [
    { video: url("a"), image: url("b") },
    [
      { url: url("a"), kindHint: "video" },
      { url: url("b"), kindHint: "image" },
    ],
  ],
  [
    { videos: [url("2"), url("1"), url("2")] },
    [
      { url: url("2"), kindHint: "video" },
      { url: url("1"), kindHint: "video" },
    ],
  ],
  [{ image: null, video: "", images: [], videos: [url("v")] }, [{ url: url("v"), kindHint: "video" }]],
  [
    { videos: [{ url: url("v"), cover: { image: url("c") } }] },
    [
      { url: url("v"), kindHint: "video" },
      { url: url("c"), kindHint: "image" },
    ],
  ],
  [{ audio_url: url("a.mp4") }, [{ url: url("a.mp4"), kindHint: "audio" }]],
  [{ video: "http://files.example/v.webm" }, [{ url: "http://files.example/v.webm", kindHint: "video" }]],
  [{ video: "take.mp4" }, []],
  [{ video: "file:///etc/passwd" }, []],
  [{ video: "https://" }, []],
  [{ text: "see https://files.example/a.mp4" }, []],
  [{ duration: 5, ok: true, seed: null }, []],
  [undefined, []],
  [null, []],
])("finds in %j the outputs %j", (output, expected) => {
  expect(collectOutputs(output)).toEqual(expected);
});

it("walks an answer that is nested deeper than the call stack", () => {
  const depth = 300_000;
  const nested: unknown = JSON.parse(`${"[".repeat(depth)}"${url("v")}"${"]".repeat(depth)}`);
  expect(collectOutputs(nested)).toEqual([{ url: url("v") }]);
});

it("takes a hundred outputs and no more", () => {
  expect(collectOutputs(Array.from({ length: 500 }, (_, index) => url(`${index}.png`)))).toHaveLength(100);
});

it("finds each address once and in its order, however the answer is built", () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.nat(20).map((index) => url(String(index))),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom("video", "images", "data"), tie("tree")),
    ),
  }));
  fc.assert(
    fc.property(tree, (output) => {
      const inText = [...(JSON.stringify(output) ?? "").matchAll(/https:[^"]+/g)].map(([address]) => address);
      expect(collectOutputs(output).map((remote) => remote.url)).toEqual([...new Set(inText)]);
    }),
  );
});
