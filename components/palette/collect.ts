import { accessibleName, partName } from "./accessible-name";
import type { Command } from "./command";

const CONTROLS =
  'button, a[href]:not([href^="#"]), summary, select, textarea, input:not([type=hidden], [type=file], [type=radio]:checked)';
/** What lies over the page, is no part of it for people, or has its own commands in the palette (`data-unlisted`). */
const LEFT_OUT =
  "dialog, [popover], [role=menu], [inert], [aria-hidden=true], [data-unlisted], :disabled, [aria-disabled=true]";
/** What there is many of: their controls come only when they are searched for. */
const MANY = "[data-field], li, tr";
const PARTS = "section, form, nav, aside, search, [role=region]";
const FIELD = "[data-field]";
/** What a choice is of. */
const CHOICE = "[role=radiogroup], fieldset";
/** What is not pressed but filled in. */
const FILLED = "select, textarea, input:not([type=radio], [type=checkbox])";

export type Words = {
  /** The heading of what the studio's header has. */
  frame: string;
  /** The heading of what stands in no named part of the page. */
  page: string;
  /** A control that its own name does not tell from those of other fields. */
  within: (whole: string, part: string) => string;
};

/**
 * Everything that can be done on the page now: its controls that can be seen, and those of the header that has no room for all of
 * them. So what a page can do is in the palette without being listed anywhere. Of what stands in rows and fields, only those are
 * taken whose name nothing else has: others could not be told apart.
 */
export function collectCommands(words: Words): Command[] {
  const found = Array.from(document.querySelectorAll<HTMLElement>(CONTROLS))
    .filter((control) => !control.closest(LEFT_OUT) && isReachable(control))
    .map((control) => commandOf(control, words))
    .filter(({ label }) => label !== "");
  const counts = new Map<string, number>();
  for (const { id } of found) counts.set(id, (counts.get(id) ?? 0) + 1);
  const isFirst = ({ id }: Command, at: number) => found.findIndex((other) => other.id === id) === at;
  return found.filter((command, at) => (command.isMinor ? counts.get(command.id) === 1 : isFirst(command, at)));
}

export function isInHeader(control: Element): boolean {
  return control.closest("header") !== null && control.closest("main") === null;
}

function commandOf(control: HTMLElement, words: Words): Command {
  const group = groupOf(control, words);
  const label = labelOf(control, words);
  return {
    id: `${group}: ${label}`,
    group,
    label,
    keys: control.getAttribute("aria-keyshortcuts") ?? undefined,
    isOn: control.matches("[aria-pressed=true], [aria-current=page], :checked:not(option)"),
    isMinor: control.closest(MANY) !== null,
    control,
    run: () => press(control),
  };
}

/** Whether it can be seen, or is folded away in something that can. */
function isReachable(control: HTMLElement): boolean {
  if (isInHeader(control)) return true;
  const fold = control.closest("details:not([open])");
  const seen = fold && control.parentElement !== fold ? fold : control;
  return seen.checkVisibility({ visibilityProperty: true });
}

function groupOf(control: Element, words: Words): string {
  if (isInHeader(control)) return words.frame;
  for (let part = control.closest(PARTS); part; part = part.parentElement?.closest(PARTS) ?? null) {
    const name = partName(part);
    if (name) return name;
  }
  return words.page;
}

function labelOf(control: Element, words: Words): string {
  const name = accessibleName(control);
  const whole = wholeName(control);
  return name === "" || whole === "" || name.includes(whole) ? name : words.within(whole, name);
}

function wholeName(control: Element): string {
  const whole = control.closest(control.matches("input") ? `${FIELD}, ${CHOICE}` : FIELD);
  if (!whole) return "";
  if (!whole.matches(FIELD)) return partName(whole);
  const label = whole.querySelector('label, [id$="-label"]');
  return label ? accessibleName(label) : "";
}

function press(control: HTMLElement): void {
  const fold = control.closest<HTMLDetailsElement>("details:not([open])");
  if (fold && !control.matches("summary")) fold.open = true;
  if (control.matches(FILLED)) control.focus();
  else control.click();
}
