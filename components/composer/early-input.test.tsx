// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { earlyInput } from "./early-input";

let known: Record<string, string | boolean> = {};

function Form() {
  const form = useRef<HTMLFormElement>(null);
  const enter = useRef<() => void>(undefined);
  const [values, setValues] = useState({ shape: "wide", pro: false, seed: "", length: "3" });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  useLayoutEffect(() => {
    if (form.current) enter.current = earlyInput(form.current);
  }, []);
  useEffect(() => enter.current?.(), []);
  known = values;
  const { shape, pro, seed, length } = values;
  return (
    <form ref={form}>
      <input id="wide" type="radio" name="s" checked={shape === "wide"} onChange={() => set({ shape: "wide" })} />
      <input id="tall" type="radio" name="s" checked={shape === "tall"} onChange={() => set({ shape: "tall" })} />
      <input id="pro" type="checkbox" checked={pro} onChange={({ target }) => set({ pro: target.checked })} />
      <input id="seed" type="number" value={seed} onChange={({ target }) => set({ seed: target.value })} />
      <select id="length" value={length} onChange={({ target }) => set({ length: target.value })}>
        <option>3</option>
        <option>5</option>
      </select>
    </form>
  );
}

/** The form as the server draws it, used before React takes it over. */
function takeOver(use: (find: <T extends HTMLElement>(id: string) => T) => void) {
  document.body.innerHTML = `<div id="root">${renderToString(<Form />)}</div>`;
  const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
  use(find);
  render(<Form />, { container: find("root"), hydrate: true });
}

afterEach(cleanup);

describe("what was entered before the page took over", () => {
  it("is what the form has afterwards", () => {
    takeOver((find) => {
      find<HTMLInputElement>("tall").checked = true;
      find<HTMLInputElement>("pro").checked = true;
      find<HTMLInputElement>("seed").value = "77";
      find<HTMLSelectElement>("length").value = "5";
    });
    expect(known).toEqual({ shape: "tall", pro: true, seed: "77", length: "5" });
  });

  it("is nothing where nothing was entered", () => {
    takeOver(() => undefined);
    expect(known).toEqual({ shape: "wide", pro: false, seed: "", length: "3" });
  });
});
