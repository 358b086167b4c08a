import { expect, it } from "vitest";
import { insertText } from "./insert-text";

it.each([
  ["an empty text", "|", "rain", "rain"],
  ["the end of a word", "a fox|", "in rain", "a fox in rain"],
  ["behind a space", "a fox |", "in rain", "a fox in rain"],
  ["the start", "|a fox", "rain,", "rain, a fox"],
  ["before a mark", "a fox|.", "in rain", "a fox in rain."],
  ["inside of brackets", "a fox (|)", "in rain", "a fox (in rain)"],
  ["between lines", "one\n|\ntwo", "rain", "one\nrain\ntwo"],
  ["a selection", "a [red] fox", "grey", "a grey fox"],
  ["Korean", "여우가|달린다", "눈 속을", "여우가 눈 속을 달린다"],
  ["Japanese", "狐が|走る。", "雪の中を", "狐が雪の中を走る。"],
  ["behind a Chinese full stop", "下雨。|", "rain", "下雨。rain"],
  ["behind a picture character", "🦊|", "rain", "🦊 rain"],
])("a snippet at %s stands as one would type it", (_where, marked, inserted, expected) => {
  const start = marked.search(/[|[]/);
  const end = marked.includes("]") ? marked.indexOf("]") - 1 : start;
  expect(insertText(marked.replace(/[|[\]]/g, ""), inserted, { start, end })).toBe(expected);
});
