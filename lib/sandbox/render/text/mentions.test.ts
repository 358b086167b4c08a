import { expect, it } from "vitest";
import { splitMentions } from "./mentions";

it.each([
  ["The woman (character1) waves", [], ["character1"]],
  ["character1이 character12와 만난다", [], ["character1", "character12"]],
  ["Character2 smiles", [], ["Character2"]],
  ["a subcharacter1x", [], []],
  ["image1 meets hero", ["image1", "hero (lead)"], ["image1"]],
])("finds the tags in %s", (line, labels, mentions) => {
  const runs = splitMentions(line, labels);
  expect(runs.filter(({ mention }) => mention).map(({ text }) => text)).toEqual(mentions);
  expect(runs.map(({ text }) => text).join("")).toBe(line);
});
