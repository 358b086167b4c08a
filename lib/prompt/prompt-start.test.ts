import { expect, it } from "vitest";
import { promptStart } from "./prompt-start";

it.each([
  ["A fox.", "A fox."],
  ["  A fox\n\nin the\tsnow. ", "A fox in the snow."],
  ["夜".repeat(60), "夜".repeat(60)],
  ["夜".repeat(61), `${"夜".repeat(60)}…`],
  ["🦊".repeat(61), `${"🦊".repeat(60)}…`],
  [" \n", undefined],
  [undefined, undefined],
  [["A fox."], undefined],
])("%j begins as %j", (prompt, start) => {
  expect(promptStart(prompt)).toBe(start);
});
