import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captionSentences } from "./sentences";

describe("captionSentences", () => {
  it.each([
    ["A fox runs. It stops!", ["A fox runs.", "It stops!"]],
    ["여우가 달린다. 멈춘다.", ["여우가 달린다.", "멈춘다."]],
    ["狐が走る。止まる。", ["狐が走る。", "止まる。"]],
    ["狐狸奔跑。牠停下！", ["狐狸奔跑。", "牠停下！"]],
    ["狐が止まる。「待って」と言う。", ["狐が止まる。", "「待って」と言う。"]],
    ["牠停下。『（等一下）』牠說。", ["牠停下。", "『（等一下）』牠說。"]],
    ["여우가 멈춘다. “잠깐.” 웃는다.", ["여우가 멈춘다.", "“잠깐.”", "웃는다."]],
    ["One line\n\n  and   more", ["One line", "and more"]],
    [" \n ", []],
  ])("splits %j", (text, sentences) => {
    expect(captionSentences(text)).toEqual(sentences);
  });

  it("loses nothing but white space", () => {
    const bare = (text: string) => text.replace(/\s/g, "");
    fc.assert(fc.property(fc.string(), (text) => bare(captionSentences(text).join("")) === bare(text)));
  });
});
