import type { TagSeries } from "@/lib/prompt/mentions";
import { ChipFaces } from "./chip-faces";
import { type Chip, type ChipLine, createChipLine, letterRange, removeChips, updateChipLine } from "./chip-line";
import type { PromptReference } from "./prompt-references";

/**
 * A copy of the prompt's text in the same place, invisible, and a chip above each of its mentions. Both are kept outside of React,
 * and only what changed is touched, so that a key stroke in a long prompt costs next to nothing.
 */
export class ChipLayer {
  private lines: ChipLine[] = [];
  private series: readonly TagSeries[] = [];
  private selection: { start: number; end: number } | undefined;
  private readonly faces: ChipFaces;
  private readonly copy = document.createElement("div");
  private readonly chips = document.createElement("div");

  constructor(host: HTMLElement, warning: Node) {
    this.faces = new ChipFaces(warning);
    this.chips.className = "chips";
    host.replaceChildren(this.copy, this.chips);
  }

  setSeries(series: readonly TagSeries[]): void {
    this.series = series;
  }

  setReferences(references: readonly PromptReference[]): void {
    this.faces.know(references);
    for (const line of this.lines) this.showFaces(line);
  }

  setText(text: string): void {
    const next = text.split("\n");
    const shorter = Math.min(next.length, this.lines.length);
    let head = 0;
    while (head < shorter && next[head] === this.lines[head]?.text) head += 1;
    let tail = 0;
    while (tail < shorter - head && next.at(-1 - tail) === this.lines.at(-1 - tail)?.text) tail += 1;
    for (const [at, line] of this.resize(head, this.lines.length - tail, next.length - tail).entries()) {
      updateChipLine(line, next[head + at] ?? "", this.series);
      this.showFaces(line);
    }
    this.showBare();
    this.place();
  }

  /** Which part of the text is selected; `undefined` where the caret is elsewhere. Mentions that it touches are shown as typed. */
  setSelection(selection: { start: number; end: number } | undefined): void {
    this.selection = selection;
    this.showBare();
  }

  /** After the width changed, everything may stand elsewhere. */
  placeAll(): void {
    for (const line of this.lines) line.top = undefined;
    this.place();
  }

  /** Where a letter of the text stands on the page. */
  placeOf(offset: number): DOMRect {
    let from = 0;
    for (const line of this.lines) {
      if (offset <= from + line.text.length) return letterRange(line, offset - from).getBoundingClientRect();
      from += line.text.length + 1;
    }
    return this.copy.getBoundingClientRect();
  }

  /** Makes the lines from `from` to `to` as many as are needed up to `until`, and gives those. */
  private resize(from: number, to: number, until: number): ChipLine[] {
    const kept = this.lines.slice(from, Math.min(to, until));
    for (const line of this.lines.slice(from + kept.length, to)) {
      removeChips(line);
      line.element.remove();
    }
    const made = Array.from({ length: until - from - kept.length }, createChipLine);
    const behind = this.lines[to]?.element ?? null;
    for (const { element } of made) this.copy.insertBefore(element, behind);
    const changed = [...kept, ...made];
    this.lines.splice(from, to - from, ...changed);
    return changed;
  }

  private showFaces({ chips }: ChipLine): void {
    for (const { element, seriesId, index, typed } of chips) {
      this.faces.show(element, seriesId, index, typed);
      if (!element.parentNode) this.chips.append(element);
    }
  }

  private showBare(): void {
    const { selection } = this;
    let from = 0;
    for (const { text, chips } of this.lines) {
      for (const { element, start, end } of chips) {
        const bare = selection !== undefined && selection.start <= from + end && selection.end >= from + start;
        if (element.hasAttribute("data-bare") !== bare) element.toggleAttribute("data-bare", bare);
      }
      from += text.length + 1;
    }
  }

  /** Reads where the mentions stand, of the lines that changed or moved, and only then puts the chips there. */
  private place(): void {
    const origin = this.chips.getBoundingClientRect();
    const moved: { chip: Chip; rects: DOMRectList }[] = [];
    for (const line of this.lines) {
      if (line.chips.length === 0) continue;
      const top = line.element.offsetTop;
      if (top === line.top) continue;
      line.top = top;
      for (const chip of line.chips) moved.push({ chip, rects: chip.letters.getClientRects() });
    }
    for (const { chip, rects } of moved) putOver(chip.element, rects, origin);
  }
}

/** A mention that breaks over two lines has its chip on the longer part. */
function putOver({ style }: HTMLElement, rects: DOMRectList, origin: DOMRect): void {
  const [longest] = [...rects].sort((a, b) => b.width - a.width);
  if (!longest) return;
  const transform = `translate(${longest.left - origin.left}px, ${longest.top + longest.height / 2 - origin.top}px)`;
  const width = `${longest.width}px`;
  if (style.transform !== transform) style.transform = transform;
  if (style.width !== width) style.width = width;
}
