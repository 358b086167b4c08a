/** One step of a shell's reading: what stands for `length` characters; undefined where the quoted text ends. */
export type Step = (text: string, at: number) => { out: string; length: number } | undefined;

export type Decoded = {
  text: string;
  /** Where in the written text a place of the decoded one lies. */
  writtenAt: (index: number) => number;
  /** False where it was broken off at `maxLength`. */
  isWhole: boolean;
};

/** A quoted argument as the program would get it, from a place inside of the quotes to their end, or so much of it. */
export function decodeFrom(text: string, start: number, step: Step, maxLength: number): Decoded {
  const parts: string[] = [];
  const places: number[] = [];
  let at = start;
  let isWhole = true;
  while (at < text.length) {
    const read = step(text, at);
    if (!read) break;
    isWhole = places.length < maxLength;
    if (!isWhole) break;
    parts.push(read.out);
    for (let unit = 0; unit < read.out.length; unit += 1) places.push(at);
    at += read.length;
  }
  return { text: parts.join(""), writtenAt: (index) => places[index] ?? at, isWhole };
}

const plain = (text: string, at: number) => ({ out: text.charAt(at), length: 1 });

/** `'it'\''s'` and `'it'"'"'s'`. Any other single quote is taken as an apostrophe, so the JSON decides where it ends. */
export const singleQuoted: Step = (text, at) => {
  const written = ["'\\''", `'"'"'`].find((way) => text.startsWith(way, at));
  return written ? { out: "'", length: written.length } : plain(text, at);
};

/** `"say \"hi\" for \$5"` */
export const doubleQuoted: Step = (text, at) => {
  const char = text.charAt(at);
  const next = text.charAt(at + 1);
  if (char === '"') return undefined;
  if (char !== "\\" || next === "") return plain(text, at);
  if (next === "\n") return { out: "", length: 2 };
  return '"\\$`'.includes(next) ? { out: next, length: 2 } : plain(text, at);
};

/** Windows: backslashes mean themselves, unless a double quote comes after them. */
export const windowsQuoted: Step = (text, at) => {
  const slashes = /\\*/y;
  slashes.lastIndex = at;
  const run = slashes.exec(text)?.[0].length ?? 0;
  if (text.charAt(at + run) !== '"') return run > 0 ? { out: "\\".repeat(run), length: run } : plain(text, at);
  if (run % 2 === 0) return run === 0 ? undefined : { out: "\\".repeat(run / 2), length: run };
  return { out: `${"\\".repeat((run - 1) / 2)}"`, length: run + 1 };
};

/** Windows as browsers copy it: a caret before every special character, `\"` and `\\` inside of that. */
export const caretQuoted: Step = (text, at) => {
  const first = behindCaret(text, at);
  if (first.out === '"') return undefined;
  if (first.out !== "\\") return first;
  const second = behindCaret(text, at + first.length);
  return second.out === '"' || second.out === "\\" ? { out: second.out, length: first.length + second.length } : first;
};

function behindCaret(text: string, at: number) {
  if (text.charAt(at) !== "^") return plain(text, at);
  const newline = /\^\r?\n\r?\n/y;
  newline.lastIndex = at;
  const length = newline.exec(text)?.[0].length;
  return length ? { out: "\n", length } : { out: text.charAt(at + 1), length: 2 };
}

const ANSI: Record<string, string> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  e: "\x1b",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "?": "?",
};
const ANSI_UNIT = /\\u([\da-fA-F]{1,4})|\\U([\da-fA-F]{1,8})/y;
const ANSI_BYTES = /(?:\\x[\da-fA-F]{1,2}|\\[0-7]{1,3})+/y;

/** `$'it\'s'` with its escapes. */
export const ansiQuoted: Step = (text, at) => {
  const char = text.charAt(at);
  if (char === "'") return undefined;
  if (char !== "\\") return plain(text, at);
  ANSI_UNIT.lastIndex = at;
  const unit = ANSI_UNIT.exec(text);
  if (unit) return { out: codePoint(unit[1] ?? unit[2] ?? ""), length: unit[0].length };
  ANSI_BYTES.lastIndex = at;
  const bytes = ANSI_BYTES.exec(text)?.[0];
  if (bytes) return { out: utf8(bytes), length: bytes.length };
  const escaped = ANSI[text.charAt(at + 1)];
  return escaped === undefined ? plain(text, at) : { out: escaped, length: 2 };
};

function codePoint(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

function utf8(escapes: string): string {
  const bytes = escapes.split("\\").slice(1);
  return new TextDecoder().decode(
    Uint8Array.from(bytes, (byte) =>
      byte.startsWith("x") ? Number.parseInt(byte.slice(1), 16) : Number.parseInt(byte, 8),
    ),
  );
}
