import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { importsOf, targetOf } from "@/tests/support/imports";

/** Every module of the project that `path` brings along, by its file. */
function reachedFrom(path: string, seen = new Set<string>()): Set<string> {
  const file = ["", ".tsx", ".ts", "/index.ts"]
    .map((end) => path + end)
    .find((name) => /\.tsx?$/.test(name) && existsSync(name));
  if (file === undefined || seen.has(file)) return seen;
  seen.add(file);
  for (const { specifier, typeOnly } of importsOf(readFileSync(file, "utf8"))) {
    const target = targetOf(file, specifier);
    if (!typeOnly && target !== undefined) reachedFrom(target, seen);
  }
  return seen;
}

const runsInBrowser = (file: string) => /^\s*["']use client["']/.test(readFileSync(file, "utf8"));

it.each(["app/layout.tsx", "app/s/[token]/page.tsx"])("%s brings no script to the page behind a link", (path) => {
  const reached = [...reachedFrom(path)];
  expect(reached.length).toBeGreaterThan(1);
  expect(reached.filter(runsInBrowser)).toEqual([]);
});

it("a script would be found: the studio's frame has some", () => {
  expect([...reachedFrom("app/(studio)/layout.tsx")].filter(runsInBrowser)).toContain("app/providers.tsx");
});

it("nothing else at the root of the pages is a part of the page behind a link", () => {
  expect(["app/error.tsx", "app/not-found.tsx", "app/template.tsx", "app/loading.tsx"].filter(existsSync)).toEqual([]);
});
