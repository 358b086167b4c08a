const MAX_CHARS = 500;
/** Line breaks and the like would split a log line; direction marks would reorder the words around the text. */
const UNSHOWABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A text of the service as it may be shown and logged: one line, at most 500 characters. */
export function cleanText(text: string, maxChars = MAX_CHARS): string {
  const characters = [
    ...text
      .slice(0, maxChars * 8)
      .replace(UNSHOWABLE, " ")
      .trim(),
  ];
  return characters.length <= maxChars ? characters.join("") : `${characters.slice(0, maxChars - 1).join("")}…`;
}

/**
 * The text in whatever an error answer holds: a string, a list of validation errors (`{loc, msg}`), an object that has a text
 * somewhere usual, or else the JSON itself. Empty where there is nothing.
 */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.slice(0, 20).map(itemText).filter(Boolean).join("; ");
  if (typeof value !== "object") return String(value);
  const text = ["error_message", "message", "msg", "error", "detail"]
    .map((key) => Reflect.get(value, key))
    .find((member) => typeof member === "string" && member !== "");
  return typeof text === "string" ? text : jsonOf(value);
}

function itemText(item: unknown): string {
  const issue = issueOf(item);
  if (issue) return `${issue.field}: ${issue.message}`;
  return Array.isArray(item) ? jsonOf(item) : textOf(item);
}

/** What one validation error says of which input key; undefined where it names none. */
export function issueOf(item: unknown): { field: string; message: string } | undefined {
  const field = fieldOf(item);
  return field === undefined ? undefined : { field, message: textOf(item) };
}

/** The input key that one validation error names: the last text of `loc` after `body`, else `field` or `name`. */
function fieldOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const loc: unknown = Reflect.get(item, "loc");
  const path = [loc].flat().filter((step) => typeof step === "string" || typeof step === "number");
  const steps = ["body", "input"].includes(String(path[0])) && path.length > 1 ? path.slice(1) : path;
  if (steps.length > 0) return cleanText(steps.join("."), 200);
  const named = [Reflect.get(item, "field"), Reflect.get(item, "name")].find(
    (name) => typeof name === "string" && name !== "",
  );
  return typeof named === "string" ? cleanText(named, 200) : undefined;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the stack.
    return "";
  }
}
