/** One measured line: what, how much, and what it should hold, where something was promised. */
export type Line = { what: string; value: string; promise?: string };

/** The lines as a table whose columns are as wide as what stands in them. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, value, promise = "" }) => [what, value, promise]);
  const all = [["measured", "value", "to hold"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const text = ([what = "", value = "", promise = ""]: string[]) =>
    [what.padEnd(widths[0] ?? 0), value.padStart(widths[1] ?? 0), promise.padEnd(widths[2] ?? 0)].join("  ").trimEnd();
  const [head = [], ...body] = all;
  return [text(head), widths.map((width) => "─".repeat(width)).join("  "), ...body.map(text)].join("\n");
}
