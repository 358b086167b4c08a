import type { JsonObject } from "@/lib/json";
import { type CommentEnds, commentEnds, type ObjectReading, readObject } from "./read-object";
import {
  ansiQuoted,
  caretQuoted,
  decodeFrom,
  doubleQuoted,
  type Step,
  singleQuoted,
  windowsQuoted,
} from "./shell-text";

export type Found =
  | { kind: "data"; value: JsonObject; start: number; end: number }
  | { kind: "broken"; start: number }
  | { kind: "cut"; missing: string; start: number };

/** A brace with a key behind it, however the key is quoted; `{request_id}` and a function's body are none. */
const OPENER = /\{(?=(?:[\s^]|\\[nrt])*(?:["'“”„‘’}]|\\[\s^]*"|[A-Za-z_$][\w$]*\s*:))/g;
/** Text that only opens braces would otherwise be read again from each of them: so much, and then no further. */
const MAX_READ_TWICE = 2_000_000;
/** How much of a quoted text is decoded at first; four times as much where its object goes on. */
const FIRST_DECODED = 64;
/** Names of HTTP headers: such an object is never the input, and a key may stand in it. */
export const HEADER_NAME = /^(authorization|content-type|accept)$/i;
const HEADER_KEY = /(authorization|content-type|accept)["']?\s*:/i;

/** A text that is searched. What is asked of all of it is asked once. */
type Search = { text: string; endOfComment: CommentEnds; breaksLinesByCaret: boolean; readTwice: number };

/** The outermost objects of a text, in their order. Nothing inside of a broken or a cut one is taken for the whole. */
export function findObjects(text: string): Found[] {
  const found: Found[] = [];
  const breaksLinesByCaret = /\^[ \t]*\r?\n/.test(text);
  const search: Search = { text, endOfComment: commentEnds(text), breaksLinesByCaret, readTwice: 0 };
  OPENER.lastIndex = 0;
  while (search.readTwice < MAX_READ_TWICE) {
    const opener = OPENER.exec(text);
    if (!opener) break;
    const start = opener.index;
    const reading = readQuoted(search, start);
    if (reading.kind === "cut") return [...found, { kind: "cut", missing: reading.missing, start }];
    if (reading.kind === "data") {
      found.push({ kind: "data", value: reading.value, start, end: reading.end });
      OPENER.lastIndex = reading.end;
    } else if (hasQuotedKey(text, start)) {
      if (!HEADER_KEY.test(text.slice(start, reading.end))) found.push({ kind: "broken", start });
      OPENER.lastIndex = reading.end;
    } else {
      // An object of a program, such as the options of a call: the data may stand in it.
      search.readTwice += reading.end - start;
    }
  }
  return found;
}

function hasQuotedKey(text: string, start: number): boolean {
  return !/^\{\s*[A-Za-z_$]/.test(text.slice(start, start + 200));
}

/** Reads an object under the quotes around it: the first way that gives data counts. */
function readQuoted(search: Search, start: number): ObjectReading {
  let other: ObjectReading | undefined;
  for (const step of quotesAround(search, start)) {
    const reading = readAs(step, search, start);
    if (reading.kind === "data") return reading;
    if (other === undefined || reading.kind === "cut") other = reading;
  }
  return other ?? { kind: "code", end: start + 1 };
}

function readAs(step: Step | undefined, search: Search, start: number): ObjectReading {
  const { text } = search;
  if (step === undefined) return readObject(text, start, search.endOfComment);
  for (let length = FIRST_DECODED; ; length *= 4) {
    const decoded = decodeFrom(text, start, step, length);
    const reading = readObject(decoded.text, 0);
    if (decoded.isWhole) search.readTwice += decoded.text.length;
    else if (!isSettled(reading, decoded.text)) continue;
    return reading.kind === "cut" ? reading : { ...reading, end: decoded.writtenAt(reading.end - 1) + 1 };
  }
}

/** Whether more of the text would change nothing: code may go on behind a comment whose end is not there yet. */
function isSettled(reading: ObjectReading, decoded: string): boolean {
  return reading.kind === "data" || (reading.kind === "code" && !decoded.includes("/*"));
}

/** Undefined is the text as it stands: also what a page shows between single quotes with apostrophes that nobody escaped. */
function quotesAround({ text, breaksLinesByCaret }: Search, start: number): (Step | undefined)[] {
  const before = text.slice(Math.max(0, start - 40), start).trimEnd();
  const after = text.slice(start + 1, start + 200).trimStart();
  if (before.endsWith("$'")) return [ansiQuoted];
  if (/\^"[\s^]*$/.test(before)) return [caretQuoted];
  if (after.startsWith('\\"')) {
    // Both shells write `\"`, but differ about every other backslash: a caret at a line's end tells them apart.
    return breaksLinesByCaret ? [windowsQuoted, doubleQuoted] : [doubleQuoted, windowsQuoted];
  }
  return before.endsWith("'") ? [undefined, singleQuoted] : [undefined];
}
