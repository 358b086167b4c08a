import { beforeAll, describe, expect, it } from "vitest";
import { createGlyphCheck, familiesFor, registerFonts } from "../fonts";
import { cleanText } from "./clean";

const everything = () => true;

describe("cleanText", () => {
  it.each([
    ["white space", " one\n two\t three ", "one two three"],
    ["emoji", "a fox 🦊 runs 👩🏽‍🚀 fast ❤️", "a fox runs fast"],
    ["flags and keycaps", "🇰🇷 1️⃣ yes", "1 yes"],
    ["control characters", "a\u0000b\u200bc", "abc"],
    ["decomposed letters", "cafe\u0301", "café"],
    ["signs that count as emoji", "Brand™ © ®", "Brand(tm) (c) (r)"],
  ])("puts %s in order", (_, text, clean) => {
    expect(cleanText(text, everything)).toBe(clean);
  });

  it("drops a character without a glyph and keeps the words", () => {
    expect(cleanText("a long walk ☥ home", (character) => character !== "☥")).toBe("a long walk home");
  });

  it("is empty where most of a text cannot be drawn", () => {
    expect(cleanText("नमस्ते दुनिया", () => false)).toBe("");
  });
});

describe("the shipped fonts", () => {
  beforeAll(registerFonts);

  it.each([
    ["Latin", "The naïve façade — “Ünïcödé”… Tiếng Việt, œuvre, Łódź"],
    ["Cyrillic", "Съешь ещё этих мягких булок"],
    ["Korean", "젊은 여성이 창가에 앉아 웃는다. 똠방각하 뷁"],
    ["Japanese", "夕暮れの路地で、赤いコートの女性がゆっくり振り返る。「鬱」"],
    ["Traditional Chinese", "年輕女子坐在窗邊讀書,對著鏡頭露出溫暖的微笑。「龜」"],
  ])("draw %s without leaving anything out", (_, text) => {
    expect(cleanText(text, createGlyphCheck(familiesFor(text)))).toBe(text.normalize("NFC"));
  });

  it("know what they lack", () => {
    expect(createGlyphCheck("DailiesSans")("\u{10fff}")).toBe(false);
  });
});
