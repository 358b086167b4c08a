/** What a spreadsheet takes for a formula at the start of a cell, also in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** Tells Excel that a file is UTF-8. */
export const CSV_START = "\uFEFF";

/** One record as RFC 4180 has it. Text that would run as a formula gets an apostrophe before it; numbers stay as they are. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(cell: string | number): string {
  const text = typeof cell === "number" ? String(cell) : FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
