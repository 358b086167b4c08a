const MAX_CHARACTERS = 200;

/** Control characters, and those that make text run backwards so that an extension can be disguised. */
const HIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What a sender calls a file, made fit for lists and downloads: no folders, at most 200 characters; `undefined` where nothing is left. */
export function cleanFileName(raw: string): string | undefined {
  const last = raw.split(/[/\\]/).at(-1) ?? "";
  const clean = last.normalize("NFC").replace(HIDDEN, "").trim();
  const short = [...clean].slice(0, MAX_CHARACTERS).join("");
  return short === "" || short === "." || short === ".." ? undefined : short;
}
