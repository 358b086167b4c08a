import { diffArrays } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DifferencePart, wordDifference } from "./word-difference";

const difference = (before: string, after: string) => wordDifference(before, after, diffArrays);

const MARKS = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
const marked = (parts: readonly DifferencePart[]) =>
  parts.map(({ kind, text }) => `${MARKS[kind][0]}${text}${MARKS[kind][1]}`).join("");

describe("the difference of two prompts", () => {
  it.each([
    ["nothing where they are the same", "a red fox", "a red fox", "a red fox"],
    ["a word in place of another", "a red fox runs", "a grey fox runs", "a [-red-]{+grey+} fox runs"],
    ["a phrase in one piece", "slow pan over hills", "fast zoom over hills", "[-slow pan-]{+fast zoom+} over hills"],
    ["a word that is added", "a fox runs", "a fox never runs", "a fox {+never +}runs"],
    ["a word that is gone", "a fox never runs", "a fox runs", "a fox [-never -]runs"],
    ["a mark and a number", "fox, 5 s.", "fox; 8 s.", "fox[-, 5-]{+; 8+} s."],
    ["all of it where there was nothing", "", "a fox", "{+a fox+}"],
    ["a new line", "one two", "one\ntwo", "one[- -]{+\n+}two"],
    ["Korean words", "붉은 여우가 달린다", "회색 여우가 달린다", "[-붉은-]{+회색+} 여우가 달린다"],
    ["Japanese words without spaces", "赤い狐が走る", "青い狐が走る", "[-赤い-]{+青い+}狐が走る"],
    ["Chinese words without spaces", "老街的燈籠在夜裡", "老街的招牌在夜裡", "老街的[-燈籠-]{+招牌+}在夜裡"],
    ["a picture character as a whole", "👩‍🚀 waves", "👩‍🚒 waves", "[-👩‍🚀-]{+👩‍🚒+} waves"],
  ])("shows %s", (_what, before, after, expected) => {
    expect(marked(difference(before, after))).toBe(expected);
  });

  it("loses no character of either", () => {
    const words = fc.array(fc.constantFrom("a", "fox", " ", "\n", ", ", "여우", "狐が", "燈籠", "🦊"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (first, second) => {
        const [before, after] = [first.join(""), second.join("")];
        const parts = difference(before, after);
        const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join("");
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
    );
  });

  it("shows two texts as a whole where a comparison takes too long", () => {
    expect(marked(wordDifference("a fox", "a crow", () => undefined as never))).toBe("[-a fox-]{+a crow+}");
  });
});
