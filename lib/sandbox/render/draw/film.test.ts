import { describe, expect, it } from "vitest";
import type { AnimaticSpec } from "@/lib/sandbox/animatic";
import { disc, hash, makeSpec } from "@/tests/support/render/spec";
import { createFilm } from "./film";

async function frames(spec: AnimaticSpec, indices: readonly number[]): Promise<string[]> {
  const film = createFilm(spec);
  const hashes: string[] = [];
  for (const index of indices) hashes.push(hash((await film.frame(index)).data()));
  return hashes;
}

const pictures = [disc("character1", "#224466"), disc("character2", "#884422"), disc("character3", "#336633")];
const large = { width: 320, height: 180, frameCount: 48, references: pictures };
const long = { frameCount: 48, references: pictures };

describe("a film", () => {
  it.each([
    ["references", makeSpec(long)],
    ["scenes", makeSpec({ frameCount: 48 })],
    [
      "cards",
      makeSpec({ frameCount: 48, references: [{ kind: "unreadable", label: "character1", reason: "not found" }] }),
    ],
  ])("draws the same frames again for the same spec, in any order, with %s", async (_, spec) => {
    const forwards = await frames(spec, [0, 5, 20, 40]);
    expect((await frames(spec, [40, 20, 5, 0])).reverse()).toEqual(forwards);
  });

  it.each([
    ["seed", { seed: 8 }],
    ["prompt", { prompt: "Another story." }],
    ["watermark", { watermark: true }],
    ["model", { modelId: "studio/model-2/text-to-video" }],
    ["references", { references: [pictures[1], pictures[2], pictures[0]].flatMap((picture) => picture ?? []) }],
  ])("looks different with another %s", async (_, change) => {
    const [one, other] = [
      await frames(makeSpec(large), [3, 20]),
      await frames(makeSpec({ ...large, ...change }), [3, 20]),
    ];
    expect(one[0]).not.toBe(other[0]);
    expect(one[1]).not.toBe(other[1]);
  });

  it("moves from each frame to the next", async () => {
    const all = await frames(
      makeSpec({ frameCount: 24, references: pictures.slice(0, 1) }),
      Array.from({ length: 24 }, (_, index) => index),
    );
    expect(new Set(all).size).toBe(24);
  });

  it("draws a card for bytes that are no picture", async () => {
    const broken = { kind: "picture", label: "character1", bytes: new Uint8Array([1, 2, 3]) } as const;
    const unreadable = { kind: "unreadable", label: "character1", reason: "The picture cannot be read" } as const;
    expect(await frames(makeSpec({ references: [broken] }), [0, 6])).toEqual(
      await frames(makeSpec({ references: [unreadable] }), [0, 6]),
    );
  });

  it.each([
    [64, 160],
    [160, 64],
    [96, 96],
    [210, 90],
    [32, 32],
  ])("covers every pixel of a frame of %d by %d", async (width, height) => {
    for (const references of [[], pictures, [disc("wide", "#225588", { width: 300, height: 100 })]]) {
      const film = createFilm(makeSpec({ width, height, references }));
      for (const index of [0, 6, 11]) {
        const canvas = await film.frame(index);
        expect([canvas.width, canvas.height]).toEqual([width, height]);
        expect(canvas.data().every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
      }
    }
  });

  it.each([
    ["Korean", "젊은 여성이 웃는다."],
    ["Japanese", "女性がゆっくり振り返る。"],
    ["Chinese", "年輕女子坐在窗邊。"],
  ])("writes captions in %s", async (_, prompt) => {
    const shown = await frames(makeSpec({ width: 320, height: 180, prompt, references: pictures }), [6]);
    expect(shown).not.toEqual(
      await frames(makeSpec({ width: 320, height: 180, prompt: "", references: pictures }), [6]),
    );
  });

  it("takes a poster without words, before or between frames, and changes no frame by it", async () => {
    const spec = makeSpec({ references: pictures });
    const film = createFilm(spec);
    const poster = hash((await film.poster()).data());
    expect([hash((await film.frame(4)).data())]).toEqual(await frames(spec, [4]));
    expect(hash((await film.poster()).data())).toBe(poster);
  });
});
