import { findMentions, type TagSeries } from "./mentions";

/** A text after an edit, and where the caret stands then. */
export type Edited = { text: string; caret: number };

const OPENING = /[\s([{<"'“‘「『（【《]/u;
const WORD = /[\p{L}\p{N}_]/u;
/** Letters and digits that belong together: cut apart, they might come to name something (`角色2A`). */
const RUN = /[0-9０-９A-Za-z_]/;

/** The text with tags put at a place, set off from the words around them; never inside of a mention or of a Latin word. */
export function insertTags(text: string, at: number, tags: readonly string[], series: readonly TagSeries[]): Edited {
  const inside = findMentions(text, series).find(({ start, end }) => start < at && at < end);
  const place = inside?.end ?? endOfRun(text, Math.min(at, text.length));
  const before = text.slice(0, place);
  const after = text.slice(place);
  const lead = before === "" || OPENING.test(before.slice(-1)) ? "" : " ";
  const inserted = lead + tags.join(", ");
  const tail = WORD.test(after.slice(0, 1)) ? " " : "";
  return { text: before + inserted + tail + after, caret: place + inserted.length };
}

function endOfRun(text: string, at: number): number {
  let end = at;
  if (RUN.test(text.charAt(at - 1))) while (RUN.test(text.charAt(end))) end += 1;
  return end;
}

/** What has been typed after an `@`, up to the caret: a search for a reference. `start` is the place of the `@`. */
export type MentionQuery = { start: number; words: string };

const LONGEST_QUERY = 30;

/** The search that stands before the caret, if any. An address such as `a@b.example` is none. */
export function mentionQueryAt(text: string, caret: number): MentionQuery | undefined {
  const typed = text.slice(Math.max(0, caret - LONGEST_QUERY - 2), caret);
  const match = /(?<![A-Za-z0-9._%+-])@([^\n@]*)$/u.exec(typed);
  const words = match?.[1];
  return words === undefined || words.length > LONGEST_QUERY ? undefined : { start: caret - words.length - 1, words };
}

/** The text with a search replaced by what was chosen. Words of scripts without spaces may follow directly. */
export function replaceQuery(text: string, query: MentionQuery, tag: string): Edited {
  const after = text.slice(query.start + 1 + query.words.length);
  const tail = /^[A-Za-z0-9_]/.test(after) ? " " : "";
  return { text: text.slice(0, query.start) + tag + tail + after, caret: query.start + tag.length };
}

/** Where the caret stands after a text was changed from outside: behind what changed. */
export function caretAfterChange(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return after.length - tail;
}
