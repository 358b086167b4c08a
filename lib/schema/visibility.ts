import type { Property } from "./dialect";
import type { Field, FieldRole } from "./field";
import { wordsOf } from "./words";

/** What decides the frame and length of a take stays in sight. */
const ROLES_IN_SIGHT: ReadonlySet<FieldRole> = new Set([
  "ratio",
  "resolution",
  "pixels",
  "width",
  "height",
  "seconds",
  "frames",
  "frameRate",
  "outputs",
]);

/** Whether a field is folded under "More": switches, tuning numbers and side texts that may be left as they are. */
export function isAdvanced(field: Field, property: Property): boolean {
  if (field.required || (field.role !== undefined && ROLES_IN_SIGHT.has(field.role))) return false;
  switch (field.kind) {
    case "prompt":
    case "seed":
    case "image":
    case "video":
    case "audio":
    case "mediaList":
      return false;
    case "choice":
      return wordsOf(property).words.includes("format");
    case "text":
    case "toggle":
    case "integer":
    case "number":
    case "structured":
    case "json":
      return true;
    default:
      return field satisfies never;
  }
}
