import { sampleOf, textDefault } from "./defaults";
import { defined } from "./defined";
import type { Property } from "./dialect";
import type { Field, TextLimit } from "./field";
import { promptRank } from "./prompts";
import type { Common, Reading } from "./reading";

export function textField(property: Property, common: Common, reading: Reading): Field {
  const limit = reading.notes.textLimit ?? textLimitOf(property);
  const base = { ...common, ...defined({ limit }) };
  const value = textDefault(property.default, limit);
  if (reading.isPrompt) return { ...base, kind: "prompt", ...sampleOf(value ?? property.example) };
  const isExample = reading.notes.sample ?? promptRank(property) !== undefined;
  return { ...base, kind: "text", ...(isExample ? sampleOf(value) : defined({ default: value })) };
}

/** A description that names the limit and its half ("5000 … or 2500 Chinese") counts a Chinese character twice. */
function textLimitOf({ maxLength, description = "" }: Property): TextLimit | undefined {
  if (maxLength === undefined) return undefined;
  const numbers = description.replace(/(?<=\d),(?=\d{3})/g, "").matchAll(/\d+/g);
  const named = new Set(Array.from(numbers, ([digits]) => Number(digits)));
  const isDoubled = named.has(maxLength) && named.has(maxLength / 2);
  return { max: maxLength, cjkWeight: isDoubled ? 2 : 1 };
}
