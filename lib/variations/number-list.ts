/** Why a typed list of numbers cannot be read. */
export type NumberListProblem =
  | { code: "notANumber"; text: string }
  | { code: "notInteger" | "belowMin" | "aboveMax"; value: number; limit: number }
  | { code: "backwards"; text: string }
  | { code: "tooManyValues"; max: number };

export type NumberRules = { integer: boolean; min?: number; max?: number };
export type NumberList = { ok: true; values: number[] } | { ok: false; problem: NumberListProblem };

const SEPARATORS = /[\s,;、，；]+/;
const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
/** `5`, `5-8`, `5..8`, and with a step `0-1/0.25`. */
const ENTRY = new RegExp(String.raw`^(${NUMBER})(?:(?:-|–|~|\.\.)(${NUMBER})(?:/(\d+(?:\.\d+)?))?)?$`);
/** Digits behind the point that a step can have: adding up 0.1 must not end at 0.30000000000000004. */
const DIGITS = 10;

/** "1, 2, 5-8" as numbers, each once, in the order typed. At most `most` of them, and the first problem where there is one. */
export function parseNumberList(text: string, rules: NumberRules, most: number): NumberList {
  const values = new Set<number>();
  for (const entry of text.split(SEPARATORS).filter(Boolean)) {
    const numbers = readEntry(entry, most);
    if (!Array.isArray(numbers)) return { ok: false, problem: numbers };
    for (const value of numbers) {
      const problem = problemOf(value, rules);
      if (problem) return { ok: false, problem };
      values.add(value);
    }
    if (values.size > most) return { ok: false, problem: { code: "tooManyValues", max: most } };
  }
  return { ok: true, values: [...values] };
}

function readEntry(entry: string, most: number): number[] | NumberListProblem {
  const [, first, last, by] = ENTRY.exec(entry) ?? [];
  if (first === undefined) return { code: "notANumber", text: entry };
  if (last === undefined) return [Number(first)];
  const [from, to, step] = [Number(first), Number(last), Number(by ?? 1)];
  if (to < from || step === 0) return { code: "backwards", text: entry };
  const steps = Math.floor(rounded((to - from) / step));
  if (steps >= most) return { code: "tooManyValues", max: most };
  return Array.from({ length: steps + 1 }, (_, index) => rounded(from + index * step));
}

function problemOf(value: number, { integer, min, max }: NumberRules): NumberListProblem | undefined {
  if (integer && !Number.isInteger(value)) return { code: "notInteger", value, limit: 1 };
  if (min !== undefined && value < min) return { code: "belowMin", value, limit: min };
  return max !== undefined && value > max ? { code: "aboveMax", value, limit: max } : undefined;
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
