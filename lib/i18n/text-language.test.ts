import { describe, expect, it } from "vitest";
import { foreignLanguageOf, languageOf } from "./text-language";

describe("the language of a text", () => {
  it.each([
    ["프롬프트", undefined, "ko"],
    ["プロンプト", undefined, "ja"],
    ["解像度", "動画の長さと解像度", "ja"],
    ["影片解析度", undefined, "zh-Hant"],
    ["提示詞", "輸入的圖片將成為開頭", "zh-Hant"],
    ["提示词", "输入的图片将成为开头", "zh-Hans"],
    ["How close to the prompt", undefined, "en"],
    ["Guidance scale", "How close to the prompt", "en"],
    ["Guidance", undefined, undefined],
    ["Durée", "La durée de la vidéo", undefined],
    ["24", "the frames", undefined],
    ["", undefined, undefined],
  ])("%j beside %j is %s", (text, around, language) => {
    expect(languageOf(text, around)).toBe(language);
  });

  it.each([
    ["zh-TW", "影片", undefined],
    ["ja", "影片", "zh-Hant"],
    ["zh-TW", "输入视频", "zh-Hans"],
    ["ko", "영상", undefined],
    ["en", "the clip", undefined],
  ] as const)("is not said to who reads %s: %s", (locale, text, language) => {
    expect(foreignLanguageOf(text, locale)).toBe(language);
  });
});
