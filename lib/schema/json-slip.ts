/** Where a text stops being JSON, and why. The wording is a message `fields.slip.<code>`; lines and columns count from 1. */
export type JsonSlip = {
  code:
    | "endsTooEarly"
    | "goesOn"
    | "missingComma"
    | "commaTooMany"
    | "missingColon"
    | "nameWithoutQuotes"
    | "wrongQuotes"
    | "openText"
    | "wrongEscape"
    | "unknownWord"
    | "unexpected";
  /** What stands there, shortened. */
  found: string;
  offset: number;
  line: number;
  column: number;
};

/** The first slip in a text that is meant as JSON; `undefined` where `JSON.parse` takes it. */
export function findJsonSlip(text: string): JsonSlip | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return locate(text);
  }
}

class Slip extends Error {
  constructor(
    readonly code: JsonSlip["code"],
    readonly offset: number,
  ) {
    super(code);
  }
}

function locate(text: string): JsonSlip {
  let slip = new Slip("unexpected", 0);
  try {
    const end = space(text, value(text, space(text, 0)));
    slip = new Slip("goesOn", end);
  } catch (error) {
    // Anything else is a text nested too deeply to be read here.
    if (error instanceof Slip) slip = error;
  }
  const before = text.slice(0, slip.offset);
  const found = /^(\w{1,12}|[\s\S])/u.exec(text.slice(slip.offset))?.[0] ?? "";
  const line = before.split("\n").length;
  return { code: slip.code, found, offset: slip.offset, line, column: slip.offset - before.lastIndexOf("\n") };
}

function space(text: string, at: number): number {
  let place = at;
  while (/[ \t\n\r]/.test(text.charAt(place))) place += 1;
  return place;
}

/** Each reader takes the place where something begins, and gives the place after it. */
function value(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === "") throw new Slip("endsTooEarly", at);
  if (first === "{") return members(text, at + 1, "}", (place) => value(text, space(text, name(text, place))));
  if (first === "[") return members(text, at + 1, "]", (place) => value(text, place));
  if (first === '"') return quoted(text, at);
  if (/['‘’“”`]/.test(first)) throw new Slip("wrongQuotes", at);
  if (first === ",") throw new Slip("commaTooMany", at);
  const plain = /^(-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|true|false|null)(?![\w.])/.exec(text.slice(at));
  if (plain) return at + plain[0].length;
  throw new Slip(/[\w.+-]/.test(first) ? "unknownWord" : "unexpected", at);
}

function members(text: string, start: number, end: "}" | "]", member: (place: number) => number): number {
  let at = space(text, start);
  if (text.charAt(at) === end) return at + 1;
  for (;;) {
    at = space(text, member(at));
    const next = text.charAt(at);
    if (next === end) return at + 1;
    if (next === "") throw new Slip("endsTooEarly", at);
    if (next !== ",") throw new Slip(/[\]}]/.test(next) ? "unexpected" : "missingComma", at);
    const comma = at;
    at = space(text, at + 1);
    if (/[\]}]/.test(text.charAt(at))) throw new Slip("commaTooMany", comma);
  }
}

function name(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === "") throw new Slip("endsTooEarly", at);
  if (/['‘’“”`]/.test(first)) throw new Slip("wrongQuotes", at);
  if (first === ",") throw new Slip("commaTooMany", at);
  if (first !== '"') throw new Slip(/[\p{L}\p{N}_$]/u.test(first) ? "nameWithoutQuotes" : "unexpected", at);
  const colon = space(text, quoted(text, at));
  if (text.charAt(colon) === "") throw new Slip("endsTooEarly", colon);
  if (text.charAt(colon) !== ":") throw new Slip("missingColon", colon);
  return colon + 1;
}

function quoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character < " ") throw new Slip("openText", character === "\n" || character === "\r" ? start : at);
    if (character !== "\\") continue;
    if (!/^\\(["\\/bfnrt]|u[\da-fA-F]{4})/.test(text.slice(at, at + 6))) throw new Slip("wrongEscape", at);
    at += 1;
  }
  throw new Slip("openText", start);
}
