import type { JsonValue } from "@/lib/json";
import type { ChoiceField, ChoiceValue, Field } from "@/lib/schema/field";
import { readPixels, readRatio, readShortSide } from "@/lib/schema/frame-size";

/**
 * The nearest value that a field of another model accepts; undefined where none means the same. Numbers that stand for seconds,
 * frames or lines are brought to the nearest allowed one, shapes to the nearest shape; everything else fits exactly or not at all.
 */
export function fitValue(value: JsonValue, target: Field): JsonValue | undefined {
  switch (target.kind) {
    case "choice":
      return exactChoice(value, target) ?? nearestChoice(value, target);
    case "integer":
    case "number":
      return fitNumber(value, target);
    case "seed":
      return typeof value === "number" && isWithin(value, target) ? value : undefined;
    case "toggle":
      return typeof value === "boolean" ? value : undefined;
    case "text":
    case "prompt":
      return typeof value === "string" ? value : undefined;
    case "structured":
    case "json":
      return typeof value === "object" ? value : undefined;
    default:
      return undefined;
  }
}

function exactChoice(value: JsonValue, { options }: ChoiceField): ChoiceValue | undefined {
  const spelled = String(value).toLowerCase();
  return options.find((option) => String(option.value).toLowerCase() === spelled)?.value;
}

/** How two values of a role compare: the smaller the difference, the nearer. */
const MEASURES: Partial<Record<NonNullable<Field["role"]>, (value: string) => number | undefined>> = {
  ratio: shapeOf,
  pixels: shapeOf,
  resolution: (value) => logarithm(readShortSide(value) ?? shortSideOf(value)),
  seconds: numberOf,
  frames: numberOf,
  frameRate: numberOf,
};

function nearestChoice(value: JsonValue, { role, options }: ChoiceField): ChoiceValue | undefined {
  const measure = role && MEASURES[role];
  const wanted = measure?.(String(value));
  if (!measure || wanted === undefined) return undefined;
  let nearest: { value: ChoiceValue; distance: number } | undefined;
  for (const option of options) {
    const measured = measure(String(option.value));
    if (measured === undefined) continue;
    const distance = Math.abs(measured - wanted);
    if (!nearest || distance < nearest.distance) nearest = { value: option.value, distance };
  }
  return nearest?.value;
}

function fitNumber(value: JsonValue, target: Extract<Field, { kind: "integer" | "number" }>): number | undefined {
  const number = numberOf(String(value));
  if (number === undefined) return undefined;
  const measured = target.role !== undefined && target.role in MEASURES;
  if (!measured && !isWithin(number, target)) return undefined;
  const held = Math.min(Math.max(number, target.min ?? -Infinity), target.max ?? Infinity);
  return target.kind === "integer" ? Math.round(held) : held;
}

function isWithin(value: number, { min = -Infinity, max = Infinity }: { min?: number; max?: number }): boolean {
  return value >= min && value <= max;
}

function numberOf(value: string): number | undefined {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Logarithms, so that 9:16 is as far from 1:1 as 16:9 is. */
function shapeOf(value: string): number | undefined {
  const size = readPixels(value);
  return logarithm(size ? size.width / size.height : readRatio(value));
}

function shortSideOf(value: string): number | undefined {
  const size = readPixels(value);
  return size && Math.min(size.width, size.height);
}

function logarithm(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.log(value);
}
