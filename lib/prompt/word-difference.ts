import type { diffArrays } from "diff";

export type DifferencePart = { kind: "same" | "added" | "removed"; text: string };

/** Two long texts without a common word are not compared to the end. */
const TIMEOUT_MS = 500;

/**
 * What becomes of `before` in `after`, word by word in every script. `compare` is given because its package is loaded when a
 * difference is asked for.
 */
export function wordDifference(before: string, after: string, compare: typeof diffArrays): DifferencePart[] {
  const changes = compare(wordsOf(before), wordsOf(after), { timeout: TIMEOUT_MS });
  const parts = changes?.map(({ added, removed, value }): DifferencePart => {
    return { kind: added ? "added" : removed ? "removed" : "same", text: value.join("") };
  });
  return inRuns(parts ?? [part("removed", before), part("added", after)]);
}

function part(kind: DifferencePart["kind"], text: string): DifferencePart {
  return { kind, text };
}

/** Words, spaces and punctuation marks; languages without spaces by their dictionary. */
function wordsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(text), ({ segment }) => segment);
}

/** A phrase in place of another is one change, although the spaces between their words are the same. */
function inRuns(parts: readonly DifferencePart[]): DifferencePart[] {
  const runs: DifferencePart[] = [];
  let removed = "";
  let added = "";
  const close = () => {
    runs.push(part("removed", removed), part("added", added));
    removed = "";
    added = "";
  };
  for (const [place, { kind, text }] of parts.entries()) {
    const goesOn = /^\s+$/.test(text) && removed + added !== "" && (parts[place + 1]?.kind ?? "same") !== "same";
    if (kind === "same" && !goesOn) {
      close();
      runs.push({ kind, text });
      continue;
    }
    if (kind !== "added") removed += text;
    if (kind !== "removed") added += text;
  }
  close();
  return runs.filter(({ text }) => text !== "");
}
