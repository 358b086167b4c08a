import fc from "fast-check";
import { expect, it } from "vitest";
import { microsOf, readUsd, usdText } from "./money";

it.each([
  ["0", 0],
  ["25", 25_000_000],
  ["0.5", 500_000],
  ["0.000001", 1],
  ["1000000", 1_000_000_000_000],
])("reads %j exactly", (text, micros) => {
  expect(readUsd(text)).toBe(micros);
});

it.each(["", "-1", "1e3", "1,50", ".5", "5.", "$5", "0.0000001", "1000000.01", "Infinity"])(
  "does not take %j for an amount",
  (text) => {
    expect(readUsd(text)).toBeUndefined();
  },
);

it("reads what it writes, for whole cents", () => {
  const cents = fc.integer({ min: 0, max: 99_999 });
  fc.assert(fc.property(cents, (count) => readUsd(usdText(count * 10_000).replaceAll(",", "")) === count * 10_000));
});

it.each([
  [0.05, 50_000],
  [1e-9, 0],
  [-0.01, undefined],
  [Number.NaN, undefined],
  [1e12, undefined],
])("takes %d dollars as %s millionths", (usd, micros) => {
  expect(microsOf(usd)).toBe(micros);
});

it("shows small prices in full", () => {
  expect([2_500, 420_000, 1_234_500_000].map(usdText)).toEqual(["0.0025", "0.42", "1,234.50"]);
});
