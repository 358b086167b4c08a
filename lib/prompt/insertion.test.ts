import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caretAfterChange, insertTags, mentionQueryAt, replaceQuery } from "./insertion";
import { findMentions } from "./mentions";

const SERIES = [{ id: "image_url", first: "character1", max: 9 }];

/** A text with its caret drawn as "|". */
const parted = (drawn: string) => ({ text: drawn.replace("|", ""), caret: drawn.indexOf("|") });
const drawn = ({ text, caret }: { text: string; caret: number }) => `${text.slice(0, caret)}|${text.slice(caret)}`;

describe("insertTags", () => {
  it.each([
    ["|", "character2|"],
    ["She waits.|", "She waits. character2|"],
    ["She |waits.", "She character2| waits."],
    ["(|)", "(character2|)"],
    ["「|」", "「character2|」"],
    ["그녀가|달린다", "그녀가 character2| 달린다"],
    ["line\n|", "line\ncharacter2|"],
    ["chara|cter1 runs", "character1 character2| runs"],
    ["@|", "@ character2|"],
  ])("sets the tag off from the words around it: %j", (before, after) => {
    const { text, caret } = parted(before);
    expect(drawn(insertTags(text, caret, ["character2"], SERIES))).toBe(after);
  });

  it("inserts several as a list", () => {
    expect(insertTags("Here:", 5, ["character1", "character3"], SERIES).text).toBe("Here: character1, character3");
  });

  it("adds a mention and leaves all others, wherever it goes", () => {
    const words = fc.constantFrom(" character1", " 캐릭터3", " 角色2", " ", "A", "@", "7", "\n", "。", "x_");
    fc.assert(
      fc.property(fc.array(words), fc.nat(60), (parts, at) => {
        const text = parts.join("");
        const indices = (of: string) => findMentions(of, SERIES).map(({ index }) => index);
        const after = indices(insertTags(text, at, ["character9"], SERIES).text);
        expect(after.filter((index) => index !== 8)).toEqual(indices(text).filter((index) => index !== 8));
        expect(after.length).toBe(indices(text).length + 1);
      }),
    );
  });
});

describe("mentionQueryAt", () => {
  it.each([
    ["@|", ""],
    ["with @le|", "le"],
    ["with @Red coat|", "Red coat"],
    ["그녀가@리드|", "리드"],
    ["她看著@主角|", "主角"],
    ["(@le|)", "le"],
    ["@@le|", "le"],
  ])("finds the search in %j", (before, words) => {
    const { text, caret } = parted(before);
    expect(mentionQueryAt(text, caret)?.words).toBe(words);
  });

  it.each(["|", "none|", "|@le", "me@home|", "me.@home|", "@le\n|", `@${"x".repeat(31)}|`])(
    "finds none in %j",
    (before) => {
      const { text, caret } = parted(before);
      expect(mentionQueryAt(text, caret)).toBeUndefined();
    },
  );
});

describe("replaceQuery", () => {
  it.each([
    ["with @le|", "with character1|"],
    ["with @le| and more", "with character1| and more"],
    ["@|runs", "character1| runs"],
    ["그녀는@리드|를 본다", "그녀는character1|를 본다"],
  ])("puts the tag in its place: %j", (before, after) => {
    const { text, caret } = parted(before);
    const query = mentionQueryAt(text, caret);
    expect(query && drawn(replaceQuery(text, query, "character1"))).toBe(after);
  });
});

describe("caretAfterChange", () => {
  it.each([
    ["one two", "one new two", 8],
    ["one new two", "one two", 4],
    ["abc", "", 0],
    ["", "abc", 3],
    ["aaa", "aaaa", 4],
    ["x character1 y", "x character12 y", 13],
  ])("from %j to %j is %i", (before, after, caret) => expect(caretAfterChange(before, after)).toBe(caret));

  it("leaves the same text behind the caret as before", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const caret = caretAfterChange(before, after);
        return caret <= after.length && before.endsWith(after.slice(caret));
      }),
    );
  });
});
