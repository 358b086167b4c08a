import { isJsonObject, type JsonObject, MAX_NESTING } from "@/lib/json";

/** What begins at a brace: data, code with something in it that is no value, or a text that ends too early. */
export type ObjectReading =
  | { kind: "data"; value: JsonObject; end: number }
  | { kind: "code"; end: number }
  | { kind: "cut"; missing: string };

const CLOSER: Record<string, string> = { "{": "}", "[": "]", "(": ")" };
const WORD = /[A-Za-z_$][\w$]*/y;
const NUMBER = /[-+]?[\d.]+(?:[eE][-+]?\d+)?/y;
const LINE_COMMENT = /\/\/[^\n]*|#[^\n]*/y;
const IS_KEY = /\s*:/y;
const PYTHON: Record<string, string> = { True: "true", False: "false", None: "null" };
const LITERALS = new Set(["true", "false", "null"]);
const QUOTES: Record<string, string> = { '"': '"', "'": "'", "“": "“”", "”": "”", "„": "“”", "‘": "’", "’": "’" };

/** Where the comment that begins at a place ends. What has no end is looked for once in a text. */
export type CommentEnds = (start: number) => number | undefined;

export function commentEnds(text: string): CommentEnds {
  let noneFrom = text.length;
  return (start) => {
    if (start >= noneFrom || !text.startsWith("/*", start)) return undefined;
    const end = text.indexOf("*/", start + 2);
    if (end !== -1) return end + 2;
    noneFrom = start;
    return undefined;
  };
}

/**
 * Reads the object that begins at `start`: JSON, or a literal of JavaScript or Python without anything to compute. The text is
 * rewritten as JSON token by token and then parsed, so the parser judges; what it refuses is still followed to its closing brace.
 */
export function readObject(text: string, start: number, endOfComment = commentEnds(text)): ObjectReading {
  const open: string[] = [];
  const json: string[] = [];
  let valid = true;
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (/\s|\u200b/.test(char)) {
      at += 1;
    } else if (char in CLOSER) {
      if (char === "(") valid = false;
      open.push(CLOSER[char] ?? "");
      if (open.length > MAX_NESTING) valid = false;
      json.push(char);
      at += 1;
    } else if (char === open.at(-1)) {
      open.pop();
      if (json.at(-1) === ",") json.pop();
      json.push(char);
      at += 1;
      if (open.length === 0) return valid ? judged(json.join(""), at) : { kind: "code", end: at };
    } else if (char in QUOTES) {
      const string = readString(text, at, QUOTES[char] ?? char);
      if (string === undefined) return { kind: "cut", missing: char + open.reverse().join("") };
      valid &&= string.valid;
      json.push(JSON.stringify(string.value));
      at = string.end;
    } else {
      const token = readToken(text, at, endOfComment);
      if (token.json === undefined) valid = false;
      else if (token.json !== "") json.push(token.json);
      at = token.end;
    }
  }
  return { kind: "cut", missing: open.reverse().join("") };
}

function judged(json: string, end: number): ObjectReading {
  try {
    const value: unknown = JSON.parse(json);
    if (isJsonObject(value)) return { kind: "data", value, end };
  } catch {
    // Tokens that are fine by themselves in an order that is not.
  }
  return { kind: "code", end };
}

function readToken(text: string, at: number, endOfComment: CommentEnds): { json?: string; end: number } {
  const char = text.charAt(at);
  if (char === "," || char === ":") return { json: char, end: at + 1 };
  const comment = matchAt(LINE_COMMENT, text, at);
  const commentEnd = comment === undefined ? endOfComment(at) : at + comment.length;
  if (commentEnd !== undefined) return { json: "", end: commentEnd };
  const number = matchAt(NUMBER, text, at);
  if (number) return { json: number, end: at + number.length };
  const word = matchAt(WORD, text, at);
  if (!word) return { end: at + 1 };
  const end = at + word.length;
  if (matchAt(IS_KEY, text, end) !== undefined) return { json: JSON.stringify(word), end };
  const literal = Object.hasOwn(PYTHON, word) ? PYTHON[word] : word;
  return literal && LITERALS.has(literal) ? { json: literal, end } : { end };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const ESCAPES: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const CODE_UNIT = /u[\da-fA-F]{4}|x[\da-fA-F]{2}/y;

/**
 * A string up to its closing quote. `\'` counts as a slip between double quotes: JSON does not know it, and a shell's way to
 * write an apostrophe is recognised by it.
 */
function readString(text: string, start: number, closers: string) {
  let value = "";
  let valid = true;
  let at = start + 1;
  while (at < text.length) {
    const char = text.charAt(at);
    if (closers.includes(char)) return { value, valid, end: at + 1 };
    // Code and prose hold apostrophes: such a string ends with its line.
    if (char === "\n" && closers === "'") return { value, valid: false, end: at };
    if (char !== "\\") {
      value += char;
      at += 1;
      continue;
    }
    const next = text.charAt(at + 1);
    const unit = matchAt(CODE_UNIT, text, at + 1);
    const escaped = closers.includes(next) && next !== "" ? next : ESCAPES[next];
    if (unit) value += String.fromCharCode(Number.parseInt(unit.slice(1), 16));
    else if (escaped !== undefined) value += escaped;
    else valid = false;
    at += 1 + (unit?.length ?? 1);
  }
  return undefined;
}
