import { expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { estimateOf, estimateOfAll, isOldPrice, type Price } from "./price";

const SECOND: Price = { usdMicros: 50_000, unit: "second" };
const OUTPUT: Price = { usdMicros: 40_000, unit: "output" };
const number = (name: string, role: "seconds" | "frames" | "frameRate" | "outputs", value?: number): Field => ({
  kind: "number",
  name,
  label: name,
  required: false,
  role,
  ...(value !== undefined && { default: value }),
});
const seconds = number("duration", "seconds", 5);
const openSeconds = number("duration", "seconds");
const frames = number("frames", "frames");
const rate = number("fps", "frameRate", 24);
const outputs = number("n", "outputs", 1);

it.each([
  ["the seconds that are asked for", SECOND, [seconds], { duration: 8 }, 400_000],
  ["the seconds that the model takes by itself", SECOND, [seconds], {}, 250_000],
  ["seconds that are written as text", SECOND, [seconds], { duration: "6s" }, 300_000],
  ["parts of a second, rounded up", { usdMicros: 3, unit: "second" }, [seconds], { duration: 1.5 }, 5],
  ["frames at their rate", SECOND, [frames, rate], { frames: 120 }, 250_000],
  ["each output", OUTPUT, [outputs], { n: 4 }, 160_000],
  ["one output where none can be asked for", OUTPUT, [], {}, 40_000],
  ["the seconds of each output", SECOND, [seconds, outputs], { n: 2 }, 500_000],
  ["nothing where it is free", { usdMicros: 0, unit: "output" }, [], {}, 0],
] as const)("counts %s", (_, price, fields, input, micros) => {
  expect(estimateOf(price, { fields, input })).toBe(micros);
});

it.each([
  ["the price is", undefined, [seconds], {}],
  ["the length is", SECOND, [], {}],
  ["the length is left to the model", SECOND, [openSeconds], {}],
  ["the length is a word", SECOND, [seconds], { duration: "auto" }],
  ["frames have no rate", SECOND, [frames, seconds], { frames: 120 }],
  ["the number of outputs is", OUTPUT, [number("n", "outputs")], {}],
] as const)("guesses nothing where %s not known", (_, price, fields, input) => {
  expect(estimateOf(price, { fields, input })).toBe("unknown");
});

it("knows the sum of several takes where it knows each", () => {
  const fields = [openSeconds];
  expect(estimateOfAll(SECOND, { fields, inputs: [{ duration: 5 }, { duration: 10 }] })).toBe(750_000);
  expect(estimateOfAll(SECOND, { fields, inputs: [{ duration: 5 }, {}] })).toBe("unknown");
});

it.each([
  [30, false],
  [31, true],
])("a price that was read %d days ago is old: %s", (days, isOld) => {
  const asOfMs = Date.UTC(2026, 0, 1);
  expect(isOldPrice({ ...SECOND, asOfMs }, asOfMs + days * 86_400_000)).toBe(isOld);
});
