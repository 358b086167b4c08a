import type { Property } from "./dialect";
import type { ChoiceValue, FieldRole } from "./field";
import { wordsOf } from "./words";

/** What all choices of a list look like; words such as `auto` may stand between them. */
const SHAPES: readonly (readonly [role: FieldRole, shape: RegExp])[] = [
  ["pixels", /^\d{2,5}\s*[x×*]\s*\d{2,5}\b|^(square|portrait|landscape)(_|$)/i],
  ["ratio", /^\d+(\.\d+)?:\d+(\.\d+)?$/],
  ["resolution", /^(\d{3,4}p|\d+k)$/i],
];
const FREE_WORDS = /^(auto|adaptive|automatic|default|source|original|match_\w+|keep_\w+)$/i;

/** What a choice, number or switch stands for, by the look of its choices first, then by its name in any language known. */
export function roleOf(property: Property): FieldRole | undefined {
  const { choices, type } = property;
  const byShape = choices === undefined ? undefined : shapeOf(choices);
  if (byShape !== undefined) return byShape;
  const { words } = wordsOf(property);
  if (type === "boolean") return words.includes("watermark") ? "watermark" : undefined;
  if (type === "integer" || type === "number" || choices?.some(isNumeric)) return quantityRole(words);
  if (type === "string" && choices === undefined) return sizeRole(words);
  return undefined;
}

function shapeOf(choices: readonly ChoiceValue[]): FieldRole | undefined {
  const telling = choices.map(String).filter((choice) => !FREE_WORDS.test(choice));
  if (telling.length === 0) return undefined;
  return SHAPES.find(([, shape]) => telling.every((choice) => shape.test(choice)))?.[0];
}

function isNumeric(choice: ChoiceValue): boolean {
  return typeof choice !== "boolean" && /^\d+(\.\d+)?$/.test(String(choice));
}

function quantityRole(words: readonly string[]): FieldRole | undefined {
  const has = (...wanted: string[]) => wanted.every((word) => words.includes(word));
  if (has("fps") || has("framerate") || has("frame", "rate") || has("frames", "per", "second")) return "frameRate";
  if (has("frames") || has("frame", "count") || has("frame", "num")) return "frames";
  if (has("duration") || has("seconds") || has("video", "length")) return "seconds";
  if (has("resolution")) return "resolution";
  if (words.at(-1) === "width") return "width";
  if (words.at(-1) === "height") return "height";
  return undefined;
}

/** Free text that names a size: only under the exact names, since any prose may mention one. */
function sizeRole(words: readonly string[]): FieldRole | undefined {
  const name = words.join(" ");
  if (name === "aspect ratio" || name === "ratio") return "ratio";
  if (name === "resolution") return "resolution";
  if (name === "duration" || name === "seconds") return "seconds";
  if (name === "size" || name === "image size" || name === "video size") return "pixels";
  return undefined;
}
