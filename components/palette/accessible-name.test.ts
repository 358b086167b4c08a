// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { accessibleName } from "./accessible-name";

afterEach(() => document.body.replaceChildren());

it.each([
  [
    "its text without keys and signs",
    "<button>Generate <span>· Free</span><kbd>⌃⏎</kbd><b aria-hidden=true>x</b></button>",
    "Generate · Free",
  ],
  ["its own label before its text", "<button aria-label='Close'>x</button>", "Close"],
  [
    "the text of others before its own label",
    "<i id=a>One</i> <i id=b>two</i><button aria-labelledby='a b' aria-label='Three'></button>",
    "One two",
  ],
  ["the label that it stands in", "<label><input type=radio> 16:9</label>", "16:9"],
  ["the label that points at it", "<label for=x>Seed</label><input id=x>", "Seed"],
  ["its picture's words", "<a href=/><img alt='Home'></a>", "Home"],
  ["its title where it has nothing else", "<button title='Mute'></button>", "Mute"],
  ["nothing where nobody named it", "<button></button>", ""],
])("a control is called by %s", (_, html, name) => {
  document.body.innerHTML = html;
  const control = document.querySelector("button, input, a");
  expect(control && accessibleName(control)).toBe(name);
});
