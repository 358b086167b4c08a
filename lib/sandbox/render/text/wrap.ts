import { splitTooWide, splitUnits, type TextUnit } from "./units";

export type WrapOptions = { maxWidth: number; measure: (text: string) => number };

/** More than any raggedness can cost, so that the fewest lines always win. */
const LINE_COST = 4;
const CLAUSE_END = /[,;:—–、，；：。！？]$/u;
const CLAUSE_BONUS = 0.12;

type Best = { cost: number; start: number };

/**
 * Wraps a text into the fewest lines that fit, and among those into the most even ones: a caption of two lines of like length reads
 * calmer than a full line with one word under it. Of two even ways, the one that breaks after a comma wins.
 */
export function wrapText(text: string, options: WrapOptions): string[] {
  const units = splitUnits(text).flatMap((unit) => splitTooWide(unit, options));
  const widths = units.map((unit) => options.measure(unit.text));
  const space = options.measure(" ");
  const best: Best[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= units.length; end += 1) best.push(bestLine(end));
  return readLines(units, best);

  function bestLine(end: number): Best {
    let found: Best = { cost: Number.POSITIVE_INFINITY, start: end - 1 };
    let width = 0;
    for (let start = end - 1; start >= 0; start -= 1) {
      width += (widths[start] ?? 0) + (start < end - 1 && units[start + 1]?.spaceBefore ? space : 0);
      if (width > options.maxWidth && start < end - 1) break;
      const slack = Math.max(0, 1 - width / options.maxWidth);
      const clause = end < units.length && CLAUSE_END.test(units[end - 1]?.text ?? "") ? CLAUSE_BONUS : 0;
      const cost = (best[start]?.cost ?? 0) + LINE_COST + slack * slack - clause;
      if (cost < found.cost) found = { cost, start };
    }
    return found;
  }
}

function readLines(units: readonly TextUnit[], best: readonly Best[]): string[] {
  const lines: string[] = [];
  for (let end = units.length; end > 0; ) {
    const start = best[end]?.start ?? 0;
    lines.unshift(joinUnits(units.slice(start, end)));
    end = start;
  }
  return lines;
}

function joinUnits(units: readonly TextUnit[]): string {
  return units.map((unit, index) => (index > 0 && unit.spaceBefore ? ` ${unit.text}` : unit.text)).join("");
}
