/** A piece of text that no line break may divide. */
export type TextUnit = { text: string; spaceBefore: boolean };

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u;
/** Fullwidth punctuation, which needs no space to part what it stands between. */
const WIDE_MARK = /[\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/u;
/** Never at the start of a line: closing marks, small kana, the long-vowel mark. */
const NO_START = /^[\p{Pe}\p{Pf}\p{Po}ー〜~…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々ゝヽ]/u;
/** Never at the end of a line. */
const NO_END = /[\p{Ps}\p{Pi}]$/u;
/** One kana by itself is a particle or an ending in Japanese: it belongs to what stands before it. */
const PARTICLE = /^\p{Script=Hiragana}$/u;
const TAKES_PARTICLE = /[\p{L}\p{N}\p{Pe}\p{Pf}%％]$/u;
const LONGEST_UNSPACED_WORD = 6;

/**
 * Divides a text where a line may break: at spaces, and between words of a script that writes none (Intl.Segmenter knows them).
 * Korean breaks at its spaces only. Closing punctuation stays with what it closes, a
 * Japanese particle with its word.
 */
export function splitUnits(text: string): TextUnit[] {
  const units: TextUnit[] = [];
  let spaceBefore = false;
  for (const segment of pieces(text)) {
    if (segment.trim() === "") {
      spaceBefore = units.length > 0;
      continue;
    }
    const last = units.at(-1);
    if (last !== undefined && !spaceBefore && sticksTogether(last.text, segment)) last.text += segment;
    else units.push({ text: segment, spaceBefore });
    spaceBefore = false;
  }
  return units;
}

function sticksTogether(before: string, after: string): boolean {
  if (NO_START.test(after) || NO_END.test(before)) return true;
  if (PARTICLE.test(after) && TAKES_PARTICLE.test(before)) return true;
  return !mayBreakAt(before.slice(-1)) && !mayBreakAt(after.slice(0, 1));
}

function mayBreakAt(character: string): boolean {
  return UNSPACED.test(character) || WIDE_MARK.test(character);
}

function* pieces(text: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter("en", { granularity: "word" }).segment(text)) {
    if (UNSPACED.test(segment) && segment.length > LONGEST_UNSPACED_WORD) yield* Array.from(segment);
    else yield segment;
  }
}

/** Divides a unit that is wider than a line by itself, grapheme by grapheme. */
export function splitTooWide(
  unit: TextUnit,
  options: { maxWidth: number; measure: (text: string) => number },
): TextUnit[] {
  if (options.measure(unit.text) <= options.maxWidth) return [unit];
  const parts: TextUnit[] = [];
  let current = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(unit.text)) {
    if (current !== "" && options.measure(current + segment) > options.maxWidth) {
      parts.push({ text: current, spaceBefore: parts.length === 0 && unit.spaceBefore });
      current = "";
    }
    current += segment;
  }
  parts.push({ text: current, spaceBefore: parts.length === 0 && unit.spaceBefore });
  return parts;
}
