import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { type NumberListProblem, parseNumberList } from "./number-list";
import { type Axis, distinct, MAX_TAKES, type Plan, seedFieldOf, sizeOf } from "./plan";
import { randomSeedRoom } from "./seeds";
import { choosable, type SweepField, sweepFields, valueEntry } from "./sweepable";

export type PlanKind = "one" | Plan["kind"];
/** What is filled in for one field of a sweep: `chosen` for choices and switches, `text` for numbers and prompts. */
export type AxisDraft = { field: string; chosen: JsonValue[]; text: string };
/** Variations as filled in, finished or not. The first axis are the columns, the second, where there is one, the rows. */
export type PlanDraft = { kind: PlanKind; count: number; seeds: string; axes: AxisDraft[] };

export type PlanProblem =
  | NumberListProblem
  | { code: "noSeed" | "noValues" | "oneTake" }
  | { code: "tooManyTakes"; count: number; max: number };
/** `axis`: the place of the axis that the problem is about. */
export type ReadPlan = { plan: Plan | undefined; problem?: PlanProblem; axis?: number };

export const EMPTY_DRAFT: PlanDraft = { kind: "one", count: 4, seeds: "", axes: [] };

/** The plan that a draft means: none for one take alone, and none where something is missing or wrong, with what that is. */
export function readPlan(fields: readonly Field[], draft: PlanDraft): ReadPlan {
  if (draft.kind === "one") return { plan: undefined };
  const read = draft.kind === "sweep" ? readSweep(fields, draft.axes) : readSeeds(fields, draft);
  if (!read.plan) return read;
  const count = sizeOf(read.plan);
  if (count > MAX_TAKES) return { plan: undefined, problem: { code: "tooManyTakes", count, max: MAX_TAKES } };
  return count < 2 ? { plan: undefined, problem: { code: "oneTake" } } : read;
}

function readSeeds(fields: readonly Field[], draft: PlanDraft): ReadPlan {
  const field = seedFieldOf(fields);
  if (!field) return { plan: undefined, problem: { code: "noSeed" } };
  if (draft.kind === "seeds") return { plan: { kind: "seeds", count: Math.min(draft.count, randomSeedRoom(field)) } };
  const read = numbersOf(field, draft.seeds);
  if (!read.ok) return { plan: undefined, problem: read.problem };
  if (read.values.length === 0) return { plan: undefined, problem: { code: "noValues" } };
  return { plan: { kind: "chosenSeeds", seeds: read.values } };
}

function readSweep(fields: readonly Field[], drafts: readonly AxisDraft[]): ReadPlan {
  const known = new Map(sweepFields(fields).map((field) => [field.name, field]));
  const axes: Axis[] = [];
  for (const [index, draft] of drafts.entries()) {
    const field = known.get(draft.field);
    const read = field ? valuesOf(field, draft) : { ok: true as const, values: [] };
    if (!read.ok) return { plan: undefined, problem: read.problem, axis: index };
    if (read.values.length === 0) return { plan: undefined, problem: { code: "noValues" }, axis: index };
    axes.unshift({ field: draft.field, values: distinct(read.values) });
  }
  return axes.length === 0
    ? { plan: undefined, problem: { code: "noValues" }, axis: 0 }
    : { plan: { kind: "sweep", axes } };
}

type Values = { ok: true; values: JsonValue[] } | { ok: false; problem: NumberListProblem };

function valuesOf(field: SweepField, draft: AxisDraft): Values {
  if (valueEntry(field) === "lines") return { ok: true, values: promptLines(draft.text) };
  if (field.kind === "integer" || field.kind === "number" || field.kind === "seed") return numbersOf(field, draft.text);
  const chosen = new Set(draft.chosen);
  return { ok: true, values: choosable(field).filter((value) => chosen.has(value)) };
}

/** A value that asks for a random seed is none to compare by. */
function numbersOf(field: Extract<SweepField, { kind: "integer" | "number" | "seed" }>, text: string) {
  const { min, max } = field;
  const rules = {
    integer: field.kind !== "number",
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
  const read = parseNumberList(text, rules, MAX_TAKES);
  if (!read.ok || field.kind !== "seed") return read;
  return { ok: true as const, values: read.values.filter((value) => value !== field.randomValue) };
}

/** One prompt a line; empty lines are none. */
function promptLines(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}
