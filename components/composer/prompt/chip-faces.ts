import type { PromptReference } from "./prompt-references";

/** What stands on the chips: a picture and a name for every reference, a warning where there is none. */
export class ChipFaces {
  private references = new Map<string, PromptReference>();
  private readonly warning: Node;

  constructor(warning: Node) {
    this.warning = warning;
  }

  /** The references that there are now. */
  know(references: readonly PromptReference[]): void {
    this.references = new Map(references.map((one) => [keyOf(one.seriesId, one.index), one]));
  }

  /** Shows a reference on a chip, unless it is there already. */
  show(chip: HTMLElement, seriesId: string, index: number, typed: string): void {
    const reference = this.references.get(keyOf(seriesId, index));
    const name = reference?.label ?? reference?.tag ?? typed;
    const look = `${reference ? index : "missing"} ${reference?.picture ?? ""} ${name}`;
    if (chip.dataset.look === look) return;
    chip.dataset.look = look;
    chip.className = reference ? "chip" : "chip chip-missing";
    const [, word = name, digits = ""] = reference?.label ? [] : (/^(.*?)(\d+)$/u.exec(name) ?? []);
    const face = reference ? pictureOf(reference) : this.warning.cloneNode(true);
    chip.replaceChildren(face, partOf("chip-name", word), partOf("chip-digits", digits));
  }
}

/** The number of a tag stays in view where its word has to be cut. */
function partOf(className: string, text: string): HTMLElement {
  const part = document.createElement("span");
  part.className = className;
  part.textContent = text;
  return part;
}

function keyOf(seriesId: string, index: number): string {
  return `${seriesId} ${index}`;
}

function pictureOf({ picture, index }: PromptReference): HTMLElement {
  if (!picture) {
    const number = document.createElement("span");
    number.className = "chip-number";
    number.textContent = String(index + 1);
    return number;
  }
  const image = document.createElement("img");
  image.className = "chip-picture";
  image.alt = "";
  image.src = picture;
  return image;
}
