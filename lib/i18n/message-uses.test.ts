// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources that are tried here are text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { messagesFor } from "./messages";

/** One way in which a source asks for messages: those of `start…end`, in whole (`exact`) or with a word between. */
type Use = { start: string; end: string; exact: boolean };
type Tree = { [key: string]: string | Tree };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const sources = ["app", "components", "lib"].flatMap(sourcesIn);
const words = new Set(sources.flatMap((source) => [...source.matchAll(/["']([\w.-]+)["']/g)].map((match) => match[1])));
const uses = sources.flatMap(usesIn);

it("every English message is asked for somewhere", () => {
  const unused = keysOf(messagesFor("en")).filter((key) => !uses.some((use) => asksFor(use, key)));
  expect(unused).toEqual([]);
});

it.each([
  ['const t = useTranslations("job"); t("seed", { seed })', "job.seed", true],
  ['const t = useTranslations("job"); t("seed")', "job.size", false],
  ['const t = useTranslations("job"); other("seed")', "job.seed", false],
  ['const t = translatorFor(locale); t("app.name")', "app.name", true],
  ['translatorFor(locale)("models.title")', "models.title", true],
  ["const t = useTranslations(); t(`job.${status}`)", "job.failed", true],
  ["const t = useTranslations(); t(`job.${status}`)", "job.nobodySaysThis", false],
  ["const t = useTranslations('nav'); t(`${mode}Help`)", "nav.sandboxHelp", true],
  ["const t = useTranslations('nav'); t(`${mode}Help`)", "nav.sandbox", false],
  ['function f(t: Translate<typeof useTranslations<"job">>) { t(open ? "cancel" : "failed") }', "job.failed", true],
])("in %s, %s counts as asked for: %s", (source, key, expected) => {
  expect(usesIn(source).some((use) => asksFor(use, key))).toBe(expected);
});

function asksFor(use: Use, key: string): boolean {
  if (use.exact) return key === use.start;
  if (!key.startsWith(use.start) || !key.endsWith(use.end)) return false;
  // What stands in the gap comes from somewhere: a word that no source writes is never asked for.
  return words.has(key.slice(use.start.length, key.length - use.end.length));
}

/**
 * Every call of a translator (`t`, `tComposer`, or `translatorFor(…)` at once) in every namespace that the source names: which
 * translator has which namespace is not followed. A call with anything but a literal or a template leaves the whole key open.
 */
function usesIn(source: string): Use[] {
  const spaces = new Set([...source.matchAll(/useTranslations(?:\(|<)(?:["']([\w.]+)["'])?/g)].map((m) => m[1] ?? ""));
  if (/\b[tT]ranslator(For)?\b/.test(source)) spaces.add("");
  const asked = [
    ...source.matchAll(/(?:\bt|\bt[A-Z]\w*|\btranslatorFor\(.*\))\((?:(["'])([\w.]+)\1(?= *[,)])|`([^`]*)`|)/g),
  ];
  return [...spaces].flatMap((space) => {
    const start = space && `${space}.`;
    return asked.map(([, , literal, template]) => useOf(start, literal, template));
  });
}

function useOf(start: string, literal: string | undefined, template: string | undefined): Use {
  if (literal !== undefined) return { start: start + literal, end: "", exact: true };
  const gap = template?.indexOf("${") ?? -1;
  if (template === undefined || gap < 0)
    return { start: start + (template ?? ""), end: "", exact: template !== undefined };
  return { start: start + template.slice(0, gap), end: template.slice(template.lastIndexOf("}") + 1), exact: false };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => readFileSync(join(ROOT, folder, path), "utf8"));
}

function keysOf(tree: Tree, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [path + key] : keysOf(value, `${path}${key}.`),
  );
}
