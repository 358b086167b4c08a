import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const colours = (css: string) =>
  Object.fromEntries(Array.from(css.matchAll(/(--[\w-]+): (#\w+);/g), ([, name, value]) => [name, value]));

it("a public page in a light system has the studio's light colours", () => {
  const [, light = ""] = /\[data-theme="light"\] \{(.*?)\}/s.exec(readFileSync("app/globals.css", "utf8")) ?? [];
  const own = colours(readFileSync("app/_plain/plain.css", "utf8"));
  expect(Object.keys(own).length).toBeGreaterThan(8);
  expect(colours(light)).toMatchObject(own);
});
