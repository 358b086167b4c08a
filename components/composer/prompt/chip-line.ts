import { findMentions, type TagSeries } from "@/lib/prompt/mentions";

/** A mention in one line: the letters that take its room, and the chip above them. `start` and `end` count from the line's start. */
export type Chip = {
  letters: HTMLElement;
  element: HTMLElement;
  typed: string;
  start: number;
  end: number;
  seriesId: string;
  index: number;
};

export type ChipLine = {
  text: string;
  element: HTMLElement;
  chips: Chip[];
  /** The texts around the mentions, one more than there are of those. */
  texts: Text[];
  /** Where the line stood when its chips were placed; unknown after it changed. */
  top: number | undefined;
};

export function createChipLine(): ChipLine {
  const element = document.createElement("div");
  element.className = "min-h-[1lh]";
  const first = document.createTextNode("");
  element.append(first);
  return { text: "", element, chips: [], texts: [first], top: undefined };
}

/** Takes a line to another text. While its mentions stay the same, only the letters that differ are touched. */
export function updateChipLine(line: ChipLine, text: string, series: readonly TagSeries[]): void {
  line.text = text;
  line.top = undefined;
  const mentions = findMentions(text, series);
  const typed = mentions.map(({ start, end }) => text.slice(start, end));
  const same = typed.length === line.chips.length && typed.every((word, at) => word === line.chips[at]?.typed);
  if (!same) rebuild(line, typed);
  let from = 0;
  for (const [at, { start, end, seriesId, index }] of mentions.entries()) {
    const chip = line.chips[at];
    if (chip) Object.assign(chip, { start, end, seriesId, index });
    writeText(line.texts[at], text.slice(from, start));
    from = end;
  }
  writeText(line.texts.at(-1), text.slice(from));
}

export function removeChips(line: ChipLine): void {
  for (const { element } of line.chips) element.remove();
}

function rebuild(line: ChipLine, typed: readonly string[]): void {
  removeChips(line);
  line.chips = typed.map((word) => {
    const letters = document.createElement("span");
    letters.append(word);
    return { letters, element: document.createElement("span"), typed: word, start: 0, end: 0, seriesId: "", index: 0 };
  });
  line.texts = [...typed, ""].map(() => document.createTextNode(""));
  line.element.replaceChildren(
    ...line.texts.flatMap((node, at) => {
      const chip = line.chips[at];
      return chip ? [node, chip.letters] : [node];
    }),
  );
}

/** Replaces what differs, so that the browser shapes and measures those letters only. */
function writeText(node: Text | undefined, next: string): void {
  if (!node) return;
  const before = node.data;
  if (before === next) return;
  const shorter = Math.min(before.length, next.length);
  let head = 0;
  while (head < shorter && before[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  node.replaceData(head, before.length - head - tail, next.slice(head, next.length - tail));
}

/** A range over one letter of a line, for its place on the page. */
export function letterRange(line: ChipLine, offset: number): Range {
  const range = document.createRange();
  let from = 0;
  for (const [at, node] of line.texts.entries()) {
    if (offset < from + node.length) {
      range.setStart(node, offset - from);
      range.setEnd(node, offset - from + 1);
      return range;
    }
    from += node.length + (line.chips[at]?.typed.length ?? 0);
  }
  range.selectNodeContents(line.element);
  return range;
}
