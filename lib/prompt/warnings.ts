import { findMentions, type Mention, type TagSeries, tagAt } from "./mentions";

/** What may be a slip in a prompt; one of a kind for each series, with every place that it is about. */
export type PromptWarning =
  /** Named, but there is no such reference. */
  | { kind: "missing"; seriesId: string; indices: number[] }
  /** A reference that no mention names. */
  | { kind: "unmentioned"; seriesId: string; indices: number[] }
  /** First mentions that do not ascend; `order` holds all places, those named first in front. */
  | { kind: "order"; seriesId: string; order: number[] }
  /** Written otherwise than the model knows it. */
  | { kind: "spelling"; seriesId: string; typed: string[]; tags: string[] };

/** What to look at before a prompt is sent. `counts` says how many references each series has. */
export function promptWarnings(
  text: string,
  series: readonly TagSeries[],
  counts: Readonly<Record<string, number>>,
): PromptWarning[] {
  if (text.trim() === "") return [];
  const mentions = findMentions(text, series);
  return series.flatMap((one) => {
    const own = mentions.filter(({ seriesId }) => seriesId === one.id);
    return warningsOf(text, one, own, counts[one.id] ?? 0);
  });
}

function warningsOf(text: string, series: TagSeries, mentions: readonly Mention[], count: number): PromptWarning[] {
  const seriesId = series.id;
  const named = [...new Set(mentions.map(({ index }) => index))];
  const missing = named.filter((index) => index >= count).sort((a, b) => a - b);
  const present = named.filter((index) => index < count);
  const unmentioned = places(count).filter((index) => !present.includes(index));
  const odd = mentions.filter(({ spelledAsTag }) => !spelledAsTag);
  const typed = [...new Set(odd.map(({ start, end }) => text.slice(start, end)))];
  const tags = [...new Set(odd.map(({ index }) => tagAt(series, index)))];
  const ascends = present.every((index, at) => at === 0 || index > (present[at - 1] ?? 0));
  const warnings: (PromptWarning | false)[] = [
    missing.length > 0 && { kind: "missing", seriesId, indices: missing },
    unmentioned.length > 0 && { kind: "unmentioned", seriesId, indices: unmentioned },
    !ascends && { kind: "order", seriesId, order: [...present, ...unmentioned] },
    odd.length > 0 && { kind: "spelling", seriesId, typed, tags },
  ];
  return warnings.filter((warning) => warning !== false);
}

/** The text without the mentions of some places, and without the double spaces that they would leave. */
export function withoutMentions(text: string, series: TagSeries, indices: readonly number[]): string {
  const gone = findMentions(text, [series]).find(({ index }) => indices.includes(index));
  if (!gone) return text;
  const before = text.slice(0, gone.start);
  const after = text.slice(gone.end);
  return withoutMentions(joined(before, after), series, indices);
}

/** Two parts of a text with the space between them that a person would leave. */
function joined(before: string, after: string): string {
  if (before.endsWith(" ") && /^(?:$|[\s.,;:!?)\]}…。，、！？）」』])/.test(after)) return before.slice(0, -1) + after;
  return /^$|\s$/.test(before) ? before + after.replace(/^ /, "") : before + after;
}

/** The text with every mention of a series written as the model knows it. */
export function withTags(text: string, series: TagSeries): string {
  const odd = findMentions(text, [series]).filter(({ spelledAsTag }) => !spelledAsTag);
  return odd.reduceRight(
    (result, { start, end, index }) => result.slice(0, start) + tagAt(series, index) + result.slice(end),
    text,
  );
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
