import type { TagSeries } from "@/lib/prompt/mentions";
import { ChipFaces } from "./chip-faces";
import { type ChipLine, createChipLine, letterRange, updateChipLine } from "./chip-line";
import type { PromptReference } from "./prompt-references";

/** Letters between which a line may break: only such mentions can stand on two lines. */
const MAY_BREAK = /[^A-Za-z0-9@_]/;

/**
 * A copy of the prompt's text in the same place, invisible but for a chip over every mention. It is kept outside of React and
 * touches the lines that changed only, so that a key stroke in a long prompt costs next to nothing.
 */
export class ChipLayer {
  private lines: ChipLine[] = [];
  private series: readonly TagSeries[] = [];
  private selection: { start: number; end: number } | undefined;
  private readonly faces: ChipFaces;
  private readonly host: HTMLElement;

  constructor(host: HTMLElement, warning: Node) {
    this.host = host;
    this.faces = new ChipFaces(warning);
  }

  setSeries(series: readonly TagSeries[]): void {
    this.series = series;
    for (const line of this.lines) updateChipLine(line, line.text, series, this.faces);
  }

  setReferences(references: readonly PromptReference[]): void {
    this.faces.know(references);
    for (const { chips } of this.lines)
      for (const { element, seriesId, index } of chips) this.faces.show(element, seriesId, index);
  }

  setText(text: string): void {
    const next = text.split("\n");
    const shorter = Math.min(next.length, this.lines.length);
    let head = 0;
    while (head < shorter && next[head] === this.lines[head]?.text) head += 1;
    let tail = 0;
    while (tail < shorter - head && next.at(-1 - tail) === this.lines.at(-1 - tail)?.text) tail += 1;
    const changed = this.resize(head, this.lines.length - tail, next.length - tail);
    for (const [at, line] of changed.entries()) updateChipLine(line, next[head + at] ?? "", this.series, this.faces);
    this.showBare();
    markBroken(changed);
  }

  /** Which part of the text is selected; `undefined` where the caret is elsewhere. Mentions that it touches are shown as typed. */
  setSelection(selection: { start: number; end: number } | undefined): void {
    this.selection = selection;
    this.showBare();
  }

  /** After the width changed: other mentions may stand on two lines now. */
  measure(): void {
    markBroken(this.lines);
  }

  /** Where a letter of the text stands on the page. */
  placeOf(offset: number): DOMRect {
    let from = 0;
    for (const line of this.lines) {
      if (offset <= from + line.text.length) return letterRange(line, offset - from).getBoundingClientRect();
      from += line.text.length + 1;
    }
    return this.host.getBoundingClientRect();
  }

  /** Makes the lines from `from` to `to` as many as are needed up to `until`, and gives those. */
  private resize(from: number, to: number, until: number): ChipLine[] {
    const kept = this.lines.slice(from, Math.min(to, until));
    for (const { element } of this.lines.slice(from + kept.length, to)) element.remove();
    const made = Array.from({ length: until - from - kept.length }, createChipLine);
    const behind = this.lines[to]?.element ?? null;
    for (const { element } of made) this.host.insertBefore(element, behind);
    const changed = [...kept, ...made];
    this.lines.splice(from, to - from, ...changed);
    return changed;
  }

  private showBare(): void {
    let from = 0;
    for (const { text, chips } of this.lines) {
      for (const { element, start, end } of chips) {
        const { selection } = this;
        const bare = selection !== undefined && selection.start <= from + end && selection.end >= from + start;
        if (element.hasAttribute("data-bare") !== bare) element.toggleAttribute("data-bare", bare);
      }
      from += text.length + 1;
    }
  }
}

/** A chip over two lines would cover what stands between its ends: such a mention is only tinted. */
function markBroken(lines: readonly ChipLine[]): void {
  const chips = lines.flatMap((line) => line.chips.filter(({ typed }) => MAY_BREAK.test(typed)));
  const broken = chips.map(({ element }) => element.getClientRects().length > 1);
  for (const [at, { element }] of chips.entries()) element.toggleAttribute("data-broken", broken[at]);
}
