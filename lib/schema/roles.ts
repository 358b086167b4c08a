import type { Property } from "./dialect";
import type { ChoiceValue, FieldRole } from "./field";
import { wordsOf } from "./words";

/** What all choices of a list look like; words such as `auto` may stand between them. */
const SHAPES: readonly (readonly [role: FieldRole, shape: RegExp])[] = [
  ["pixels", /^\d{2,5}\s*[x×*]\s*\d{2,5}(px)?\b|^(square|portrait|landscape)(_|$)/i],
  ["ratio", /^\d+(\.\d+)?\s*:\s*\d+(\.\d+)?(\s*\(.*\))?$/],
  ["resolution", /^(\d{3,4}p|\d+k)$/i],
];
const FREE_WORDS = /^(auto(_\w+)?|adaptive|automatic|default|source|original|match_\w+|keep_\w+)$/i;

/** What a choice, number or switch stands for, by the look of its choices first, then by its name in any language known. */
export function roleOf(property: Property): FieldRole | undefined {
  const { choices, type } = property;
  const byShape = choices === undefined ? undefined : shapeOf(choices);
  if (byShape !== undefined) return byShape;
  const { words } = wordsOf(property);
  if (type === "boolean") return switchRole(words);
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

/** Whole names only: `fade_duration` or `overlap_frames` count something else. */
const QUANTITIES: readonly (readonly [role: FieldRole, name: RegExp])[] = [
  ["frameRate", /^((video|output|target) )?(fps|frame ?rate|frames per second)$/],
  ["frames", /^((num|number|number of|total|video|max) )?frames( (count|number|num))?$|^frame (count|number|num)$/],
  ["seconds", /^((video|clip|output|total|target) )?duration( (in )?(seconds|sec|s))?$|^((num|number of) )?seconds$/],
  [
    "outputs",
    /^n$|^((num|number|number of|max) )(images|videos|outputs|samples|results|generations)( per prompt)?$|^(image|video|output) count$|^batch (size|count)$/,
  ],
  ["resolution", /^((video|output|target) )?resolution$/],
  ["width", /^((video|image|output|target|frame) )?width$/],
  ["height", /^((video|image|output|target|frame) )?height$/],
];

function quantityRole(words: readonly string[]): FieldRole | undefined {
  const name = words.join(" ");
  return QUANTITIES.find(([, shape]) => shape.test(name))?.[0];
}

/** A switch that takes a watermark away is none that asks for one. */
function switchRole(words: readonly string[]): FieldRole | undefined {
  const isNegated = words.some((word) => ["no", "remove", "disable", "hide", "without"].includes(word));
  return words.includes("watermark") && !isNegated ? "watermark" : undefined;
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
