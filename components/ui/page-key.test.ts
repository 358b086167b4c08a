// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { isPageKey } from "./page-key";

const PAGE = "<p>a page</p><input><select></select><textarea></textarea><dialog><p>a question</p></dialog>";

function isTaken(selector: string, given: KeyboardEventInit = {}, page = PAGE): boolean {
  document.body.innerHTML = page;
  let answer: boolean | undefined;
  document.addEventListener("keydown", (event) => (answer = !isPageKey(event)), { once: true });
  document.querySelector(selector)?.dispatchEvent(new KeyboardEvent("keydown", { key: "]", bubbles: true, ...given }));
  if (answer === undefined) throw new Error(`Nothing was heard of a key on ${selector}.`);
  return answer;
}

afterEach(() => {
  document.body.innerHTML = "";
});

it("is a key on anything that takes none", () => {
  expect(["body", "p"].map((selector) => isTaken(selector))).toEqual([false, false]);
});

it.each(["input", "select", "textarea", "dialog p"])("is no key on %s", (selector) => {
  expect(isTaken(selector)).toBe(true);
});

it.each(["ctrlKey", "metaKey", "altKey", "isComposing"])("is no key with %s", (held) => {
  expect(isTaken("body", { [held]: true })).toBe(true);
});

it("is no key while a dialog is open, though a click on its text has left the focus on the page", () => {
  expect(isTaken("body", {}, "<dialog open><p>a link</p></dialog>")).toBe(true);
});
