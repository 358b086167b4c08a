import fc from "fast-check";
import { expect, it } from "vitest";
import { csvLine } from "./csv";

/** The cells of one record, as RFC 4180 reads them. */
function cellsOf(line: string): string[] {
  const cells = `,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g);
  return Array.from(cells, ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
}

it.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  [" =1", "' =1"],
  ["＝1", "'＝1"],
  ["a=1", "a=1"],
  ["雨の夜", "雨の夜"],
])("the text %j becomes the cell %j", (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

it("leaves numbers as they are, also negative ones", () => {
  expect(csvLine([-0.5, 1_000, "1,5", 'say "ah"'])).toBe('-0.5,1000,"1,5","say ""ah"""\r\n');
});

it("holds every cell apart and whole, and lets none begin as a formula", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "=", "-", '"', ",", "\n", "\r", "\t", " ", "狐") });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
      const read = cellsOf(csvLine(cells));
      expect(read.map((cell, index) => (cell === `'${cells[index]}` ? cells[index] : cell))).toEqual(cells);
      expect(read.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    }),
  );
});
