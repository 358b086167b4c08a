import { expect, it } from "vitest";
import { read } from "@/tests/support/imports";
import { LOCALES } from "./locales";

const css = read("app/globals.css");

it.each(LOCALES.filter((locale) => locale !== "en"))("the faces of %s are named, those of each system", (locale) => {
  const language = locale.split("-")[0];
  const [, faces = ""] = new RegExp(`\\[lang\\]:lang\\(${language}\\) \\{\\s*--font-cjk: ([^;]+);`).exec(css) ?? [];
  expect(faces).toMatch(/Apple|Hiragino|PingFang/);
  expect(faces).toMatch(/Malgun|Yu Gothic|JhengHei/);
  expect(faces).toMatch(/Noto Sans (KR|JP|TC)/);
  expect(faces).toMatch(/Noto Sans CJK (KR|JP|TC)/);
});

it("text and figures fall back to the same faces", () => {
  const families = [...css.matchAll(/--font-(?:sans|mono): ([^;]+);/g)].map(([, list]) => list);
  expect(families).toHaveLength(2);
  for (const list of families) expect(list).toContain("var(--font-cjk)");
});
