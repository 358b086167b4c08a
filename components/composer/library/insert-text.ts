/** Scripts and marks that take no space between words. */
const UNSPACED = /[\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef([{"'“‘]/u;
/** What stands directly behind a word. */
const CLOSING = /[\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef)\]},.;:!?…"'”’]/u;

/** `text` with `inserted` in place of a range, set off from the words around it where their script does so. */
export function insertText(text: string, inserted: string, { start, end }: { start: number; end: number }): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  return before + space(before, inserted) + inserted + space(inserted, after) + after;
}

function space(before: string, after: string): string {
  const last = Array.from(before.slice(-2)).at(-1);
  const first = Array.from(after.slice(0, 2))[0];
  return !last || !first || UNSPACED.test(last) || CLOSING.test(first) ? "" : " ";
}
