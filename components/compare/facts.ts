import { inputRows } from "@/lib/compare/rows";
import type { JsonValue } from "@/lib/json";
import type { ShownTake } from "./take";

const MAX_VALUE = 24;

/** What a take has other than the others, in a line below it: short values as they are, all else by name. */
export function differingFacts(takes: readonly ShownTake[], words: { on: string; off: string }) {
  const rows = inputRows(takes.map(({ job, fields }) => ({ input: job.input, fields }))).filter(
    ({ differs }) => differs,
  );
  const said = (value: JsonValue): string | undefined => {
    if (typeof value === "boolean") return value ? words.on : words.off;
    return typeof value === "object" || String(value).length > MAX_VALUE ? undefined : String(value);
  };
  const lines = takes.map((_, at) =>
    rows
      .flatMap(({ label, kind, values }) => {
        const value = values[at];
        if (value === undefined) return [];
        const short = kind === "value" ? said(value) : undefined;
        return short === undefined ? label : `${label} ${short}`;
      })
      .join(" · "),
  );
  return new Map(takes.map(({ job }, at) => [job.id, lines[at] ?? ""]));
}
