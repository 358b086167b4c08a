import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterMove, afterRemoval, findMentions, remapMentions, type TagSeries, tagAt } from "./mentions";

const CHARACTERS: TagSeries = { id: "image_url", first: "character1", max: 9 };
const SOUNDS: TagSeries = { id: "audio_urls", first: "@Audio1", max: 3 };
const IMAGES: TagSeries = { id: "image_urls", first: "Image 1", max: 4 };

describe("tags", () => {
  it.each([
    [CHARACTERS, 2, "character3"],
    [SOUNDS, 0, "@Audio1"],
    [IMAGES, 3, "Image 4"],
  ])("%o at place %i is %s", (series, index, tag) => {
    expect(tagAt(series, index)).toBe(tag);
  });
});

describe("mentions", () => {
  it.each<[string, TagSeries, [string, number, boolean][]]>([
    [
      "character1 meets character2.",
      CHARACTERS,
      [
        ["character1", 0, true],
        ["character2", 1, true],
      ],
    ],
    [
      "Character 1 and CHARACTER2",
      CHARACTERS,
      [
        ["Character 1", 0, false],
        ["CHARACTER2", 1, false],
      ],
    ],
    ["@character1", CHARACTERS, [["@character1", 0, false]]],
    [
      "캐릭터1이 캐릭터 2를 본다",
      CHARACTERS,
      [
        ["캐릭터1", 0, false],
        ["캐릭터 2", 1, false],
      ],
    ],
    [
      "キャラクター１とキャラ2",
      CHARACTERS,
      [
        ["キャラクター１", 0, false],
        ["キャラ2", 1, false],
      ],
    ],
    [
      "讓角色1走進，character2等",
      CHARACTERS,
      [
        ["角色1", 0, false],
        ["character2", 1, true],
      ],
    ],
    [
      "character1's coat, character9.",
      CHARACTERS,
      [
        ["character1", 0, true],
        ["character9", 8, true],
      ],
    ],
    ["character12 is nobody", CHARACTERS, [["character12", 11, true]]],
    ["mycharacter1 character1x character0 character123 character", CHARACTERS, []],
    [
      "@Audio1 then audio 2",
      SOUNDS,
      [
        ["@Audio1", 0, true],
        ["audio 2", 1, false],
      ],
    ],
    [
      "Image 1, image2, 이미지 3, 画像4, 圖片1",
      IMAGES,
      [
        ["Image 1", 0, true],
        ["image2", 1, false],
        ["이미지 3", 2, false],
        ["画像4", 3, false],
        ["圖片1", 0, false],
      ],
    ],
    ["image 30 of a hundred", IMAGES, []],
  ])("in %j are found", (text, series, expected) => {
    const found = findMentions(text, [series]);
    expect(found.map(({ start, end, index, spelledAsTag }) => [text.slice(start, end), index, spelledAsTag])).toEqual(
      expected,
    );
  });

  it("of several series come in the order of the text", () => {
    const found = findMentions("@Audio1 under Image 2 and audio 2", [IMAGES, SOUNDS]);
    expect(found.map(({ seriesId, index }) => `${seriesId} ${index}`)).toEqual([
      "audio_urls 0",
      "image_urls 1",
      "audio_urls 1",
    ]);
  });
});

describe("renumbering", () => {
  it.each([
    ["character1 and character2", (index: number) => 1 - index, "character2 and character1"],
    ["Character 1, 캐릭터2!", (index: number) => index + 1, "Character 2, 캐릭터3!"],
    ["キャラクター１", (index: number) => index + 1, "キャラクター２"],
    ["character9", (index: number) => index + 1, "character10"],
    ["no one", (index: number) => index + 1, "no one"],
  ])("%j keeps everything but the numbers", (text, to, expected) => {
    expect(remapMentions(text, [CHARACTERS], "image_url", to)).toBe(expected);
  });

  it("leaves the other series alone", () => {
    expect(remapMentions("@Audio1 Image 1", [IMAGES, SOUNDS], "image_urls", () => 3)).toBe("@Audio1 Image 4");
  });

  it("a move is undone by the move back", () => {
    const place = fc.nat({ max: 8 });
    fc.assert(
      fc.property(place, place, place, (from, to, index) => {
        expect(afterMove(to, from)(afterMove(from, to)(index))).toBe(index);
      }),
    );
  });

  it.each([
    [1, 3, [0, 2, 1, 3]],
    [2, 3, [0, 1, 2, 3]],
    [0, 1, [0, 1, 2, 3]],
  ])("taking out place %i of %i sends the places to", (index, count, expected) => {
    expect([0, 1, 2, 3].map(afterRemoval(index, count))).toEqual(expected);
  });
});
