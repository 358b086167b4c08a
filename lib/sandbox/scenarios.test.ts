import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCENARIO_WORDS, scenariosIn, withoutScenarios } from "./scenarios";

describe("scenariosIn", () => {
  it.each([
    ["[fail] A fox", ["fail"]],
    ["A fox [FAIL]", ["fail"]],
    ["A fox.[No-Output]", ["no-output"]],
    ["[slow][fail] twice [Slow]", ["slow", "fail"]],
    ["여우 [stall] 한 마리", ["stall"]],
    ["A fail without brackets", []],
    ["[failing] [fail [ fail ] (fail) [no output]", []],
    ["[constructor] [toString]", []],
    ["", []],
  ])("reads %j as %j", (prompt, expected) => {
    expect(scenariosIn(prompt)).toEqual(expected);
  });
});

describe("withoutScenarios", () => {
  it.each([
    ["[fail] A fox.", "A fox."],
    ["A fox [slow] runs.", "A fox runs."],
    ["First line.\n[QUEUE] Second line.", "First line.\n Second line."],
    ["A  fox [runs].", "A  fox [runs]."],
    ["[stall]", ""],
  ])("shows %j as %j", (prompt, expected) => {
    expect(withoutScenarios(prompt)).toBe(expected);
  });

  it("leaves no scenario behind, whatever stands around it", () => {
    const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom(...SCENARIO_WORDS.map((word) => `[${word}]`))));
    fc.assert(fc.property(parts, (texts) => scenariosIn(withoutScenarios(texts.join(""))).length === 0));
  });
});
