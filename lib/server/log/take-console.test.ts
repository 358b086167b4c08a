import { expect, it } from "vitest";
import { createLogger } from "../logger";
import { takeConsole } from "./take-console";

function taken() {
  const lines: string[] = [];
  const raw: unknown[] = [];
  const target = {
    warn: (...said: unknown[]) => void raw.push(said),
    error: (...said: unknown[]) => void raw.push(said),
  };
  takeConsole(
    createLogger((_, line) => lines.push(line)),
    target,
  );
  return { target, lines, raw };
}

it("makes a line of the log of what others print, without its secrets", () => {
  const { target, lines, raw } = taken();
  target.error("⨯", new TypeError("fetch failed for https://host.example/?token=hunter2"));
  target.warn("Unhandled prompt: A hill of gold");
  expect(raw).toEqual([]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "error", event: "printed", error: [{ name: "TypeError", message: "fetch failed for …" }] },
    { level: "warn", event: "printed", error: [{ name: "thrown" }] },
  ]);
  expect(lines.join()).not.toMatch(/hunter2|hill/);
});

it("leaves an error that a page shows a number of to the line that names the page", () => {
  const { target, lines, raw } = taken();
  target.error(Object.assign(new Error("A hill of gold"), { digest: "1640884630" }));
  expect([...lines, ...raw]).toEqual([]);
});

it("takes a console once, however often it is asked to", () => {
  const { target, lines } = taken();
  takeConsole(
    createLogger(() => expect.fail("taken twice")),
    target,
  );
  target.error("x");
  expect(lines).toHaveLength(1);
});
