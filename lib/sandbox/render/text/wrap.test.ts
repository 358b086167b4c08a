import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapText } from "./wrap";

/** As in a fixed pitch: Latin letters are one wide, others two. */
const measure = (text: string) =>
  Array.from(text).reduce((width, character) => width + (character < "\u0250" ? 1 : 2), 0);
const wrap = (text: string, maxWidth: number) => wrapText(text, { maxWidth, measure });

describe("wrapText", () => {
  it("leaves a short text on one line", () => {
    expect(wrap("A quiet valley.", 40)).toEqual(["A quiet valley."]);
  });

  it("makes lines of like length instead of a full one and a rest", () => {
    expect(wrap("The old man walks past the window slowly", 36)).toEqual([
      "The old man walks past",
      "the window slowly",
    ]);
  });

  it("prefers to break after a comma", () => {
    expect(wrap("She looks up from the page, then smiles", 34)).toEqual(["She looks up from the page,", "then smiles"]);
  });

  it("breaks Korean at its spaces only", () => {
    expect(wrap("젊은 여성이 창가에 앉아 웃는다", 20)).toEqual(["젊은 여성이 창가에", "앉아 웃는다"]);
  });

  it("breaks Japanese between words and never before a closing mark", () => {
    const lines = wrap("夕暮れの路地で、赤いコートの女性がゆっくりと歩く。", 20);
    expect(lines.join("")).toBe("夕暮れの路地で、赤いコートの女性がゆっくりと歩く。");
    for (const line of lines) expect(line).not.toMatch(/^[、。ーっゃゅょ]/u);
  });

  it("keeps a Japanese particle with its word", () => {
    for (const width of [16, 20, 24, 30]) {
      for (const line of wrap("彼女は「待って」と言い、雨が降る道を傘で歩く。", width))
        expect(line).not.toMatch(/^[はとがをで]/u);
    }
  });

  it("may break between fullwidth punctuation and Latin letters or digits", () => {
    expect(wrap("キャラクターが、1280×720「Dailies」へ", 18)).toEqual([
      "キャラクターが、",
      "1280×720",
      "「Dailies」へ",
    ]);
  });

  it("starts no line with what may not start one, and ends none with what opens, in any CJK text", () => {
    const character = fc.constantFrom(..."夕暮赤女性雨傘のはをゆっくりカメラ開一把、。，「」（）！？ーっ々…が");
    fc.assert(
      fc.property(
        fc.string({ unit: character, minLength: 1, maxLength: 60 }),
        fc.integer({ min: 24, max: 60 }),
        (text, width) => {
          const lines = wrap(text, width);
          expect(lines.join("")).toBe(text);
          const whole = lines.filter((line) => measure(line) <= width);
          for (const line of lines.slice(1)) {
            if (whole.length === lines.length) expect(line).not.toMatch(/^[、。，」）！？ーっ々…]/u);
          }
          for (const line of lines.slice(0, -1)) {
            if (whole.length === lines.length) expect(line).not.toMatch(/[「（]$/u);
          }
        },
      ),
    );
  });

  it("keeps Chinese brackets with what they hold", () => {
    for (const width of [8, 10, 12, 14, 16]) {
      for (const line of wrap("她說「天亮了」,然後(慢慢地)離開。", width)) {
        expect(line).not.toMatch(/^[」,。)]|[「(]$/u);
      }
    }
  });

  it("divides a word that is wider than the line", () => {
    expect(wrap("Donaudampfschifffahrt", 8)).toEqual(["Donaudam", "pfschiff", "fahrt"]);
  });

  it("loses nothing and keeps to the width", () => {
    const words = fc.array(fc.stringMatching(/^[a-z,.]{1,12}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 13, max: 60 }), (parts, width) => {
        const lines = wrap(parts.join(" "), width);
        expect(lines.join("").replaceAll(" ", "")).toBe(parts.join(""));
        // Marks that may not start a line stay on the one before.
        for (const line of lines) expect(measure(line.replace(/ ?[,.][a-z,. ]*$/, ""))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("gives no line for no text", () => {
    expect(wrap("", 20)).toEqual([]);
  });
});
