// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { collectCommands } from "./collect";

const WORDS = { frame: "Go to", page: "This page", within: (whole: string, part: string) => `${whole}: ${part}` };
const show = (html: string) => {
  document.body.innerHTML = html;
};
const ids = () => collectCommands(WORDS).map(({ id }) => id);

afterEach(() => document.body.replaceChildren());

it("groups what can be done by the named parts of the page", () => {
  show(`<header><nav aria-label="Pages"><a href="/gallery">Gallery</a></nav></header>
    <main><button>Share</button>
      <form aria-label="Compose"><section><button>Clear</button></section></form>
      <section aria-label="Stage"><section aria-label="Player"><button>Play</button></section></section></main>`);
  expect(ids()).toEqual(["Go to: Gallery", "This page: Share", "Compose: Clear", "Player: Play"]);
});

it.each([
  ["cannot be pressed", "<button disabled>x</button><fieldset disabled><button>y</button></fieldset>"],
  ["says that it cannot", "<button aria-disabled=true>x</button>"],
  ["is not shown", "<div style='display: none'><button>x</button></div>"],
  ["lies in a dialog or a menu", "<dialog open><button>x</button></dialog><div role=menu><button>y</button></div>"],
  ["is not for people now", "<div inert><button>x</button></div><div aria-hidden=true><button>y</button></div>"],
  ["is listed otherwise", "<span data-unlisted><button>x</button></span>"],
  ["has no name", "<button></button>"],
  ["only jumps within the page", "<a href='#content'>Skip</a>"],
  ["is chosen already", "<label><input type=radio checked>Form</label>"],
])("leaves out what %s", (_, html) => {
  show(`<main>${html}</main>`);
  expect(ids()).toEqual([]);
});

it("names what stands in a field or a choice by that, and shows a field's only when it is searched for", () => {
  show(`<main><div data-field="seed"><label for="s">Seed</label><input id="s"><button aria-label="Random">⚂</button></div>
    <div role="radiogroup" aria-label="View"><label><input type="radio">JSON</label></div></main>`);
  expect(collectCommands(WORDS).map(({ label, isMinor }) => [label, isMinor])).toEqual([
    ["Seed", true],
    ["Seed: Random", true],
    ["View: JSON", false],
  ]);
});

it("takes of a list only what nothing else there is called like", () => {
  show("<main><ul><li><button>Add</button><button>Add A</button></li><li><button>Add</button></li></ul></main>");
  expect(ids()).toEqual(["This page: Add A"]);
});

it("takes one of several that do the same", () => {
  show("<main><button>Download</button><button>Download</button></main>");
  expect(ids()).toEqual(["This page: Download"]);
});

it("has what the header shows only on a wide screen", () => {
  show("<header><button style='display: none'>Keyboard</button></header>");
  expect(ids()).toEqual(["Go to: Keyboard"]);
});

it("presses a button, goes into what is filled in, and unfolds it", () => {
  show(`<main><button aria-keyshortcuts="Control+Enter">Generate</button>
    <details><summary>More</summary><input aria-label="Seed"></details></main>`);
  const pressed = vi.fn();
  document.querySelector("button")?.addEventListener("click", pressed);
  const [generate, more, seed] = collectCommands(WORDS);
  expect([generate?.keys, more?.label, seed?.label]).toEqual(["Control+Enter", "More", "Seed"]);
  generate?.run();
  expect(pressed).toHaveBeenCalledOnce();
  seed?.run();
  expect(document.querySelector("details")?.open).toBe(true);
  expect(document.activeElement).toBe(document.querySelector("input"));
});
