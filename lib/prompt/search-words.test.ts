import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasAllWords, searchWords } from "./search-words";

describe("a search", () => {
  it.each([
    ["one Chinese character", "雪", "雪中的燈籠"],
    ["two Chinese characters", "燈籠", "雪中的燈籠"],
    ["part of a Japanese sentence", "赤いコート", "夕暮れに赤いコートの女性が歩く"],
    ["one kana", "の", "夕暮れの路地"],
    ["one Korean syllable", "등", "눈 속의 등불"],
    ["Korean, decomposed in the query", "등불".normalize("NFD"), "눈 속의 등불"],
    ["Korean, decomposed in the text", "등불", "눈 속의 등불".normalize("NFD")],
    ["halfwidth kana in the query", "ｶﾒﾗ", "カメラが引いていく"],
    ["halfwidth kana with a voiced mark in the text", "ガラス", "ｶﾞﾗｽの向こう"],
    ["fullwidth Latin letters and digits", "ｆｏｘ ３", "A fox, take 3"],
    ["words parted by an ideographic space", "狐　雪", "雪の中の狐"],
    ["a composed and a decomposed accent", "café", "A cafe\u0301 by the sea"],
    ["another case, in any alphabet", "ЛИСА", "лиса в снегу"],
    ["an emoji", "🦊", "A 🦊 in the snow"],
  ])("finds %s", (_, query, text) => {
    expect(hasAllWords(text, searchWords(query))).toBe(true);
  });

  it.each([
    ["other characters", "燈塔", "雪中的燈籠"],
    ["another syllable", "둥", "눈 속의 등불"],
    ["characters that do not follow each other", "雪燈", "雪中的燈籠"],
  ])("does not find %s", (_, query, text) => {
    expect(hasAllWords(text, searchWords(query))).toBe(false);
  });

  it("finds every text by any part of it, however it is composed", () => {
    const characters = [..."雪中的燈籠夕暮れの路地カメラ눈속의등불Foxé３Ａ"];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 20 }),
        fc.nat(19),
        fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"),
        (text, from, form) => {
          const part = text.slice(Math.min(from, text.length - 1));
          expect(hasAllWords(text.join("").normalize(form), searchWords(part.join("")))).toBe(true);
        },
      ),
    );
  });
});
