import { describe, expect, it } from "vitest";
import { astOf, flatten, KINDS, nodesOf } from "@/tests/support/messages";
import { LOCALES, type Locale } from "./locales";
import { messagesFor } from "./messages";
import { translatorFor } from "./translator";

const TRANSLATED = LOCALES.filter((locale) => locale !== "en");
/** Names that no language changes. */
const SAME_EVERYWHERE = ["app.name", "nav.runcomfy"];

const english = flatten(messagesFor("en"));

describe.each(TRANSLATED)("the messages in %s", (locale) => {
  const messages = flatten(messagesFor(locale));

  it("have exactly the keys of English", () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("can be read by the formatter and take what English takes", () => {
    expect(argumentsOfAll(messages, locale)).toEqual(argumentsOfAll(english, "en"));
  });

  it("say something, without spaces around it", () => {
    const wrong = [...messages].filter(([, message]) => message === "" || message !== message.trim());
    expect(wrong).toEqual([]);
  });

  it("are translated", () => {
    const left = [...messages].filter(
      ([key, message]) => message === english.get(key) && hasWords(message, locale) && !SAME_EVERYWHERE.includes(key),
    );
    expect(left).toEqual([]);
  });

  it("have no plural form that the language never uses", () => {
    const used = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const dead = [...messages].flatMap(([key, message]) =>
      nodesOf(astOf(message, locale))
        .filter((node) => node.type === 6)
        .flatMap((node) => Object.keys(node.options ?? {}))
        .filter((form) => !form.startsWith("=") && !used.some((category) => category === form))
        .map((form) => `${key}: ${form}`),
    );
    expect(dead).toEqual([]);
  });
});

describe("a count", () => {
  it.each([
    ["en", 1, "1 frame"],
    ["en", 1200, "1,200 frames"],
    ["ko", 1, "1프레임"],
    ["ja", 1200, "1,200フレーム"],
    ["zh-TW", 2, "2 影格"],
  ] as const)("in %s of %i reads %s", (locale, count, text) => {
    expect(translatorFor(locale)("job.frames", { count })).toBe(text);
  });
});

function argumentsOfAll(messages: Map<string, string>, locale: Locale): Record<string, string[]> {
  return Object.fromEntries([...messages].map(([key, message]) => [key, argumentsOf(message, locale)]));
}

/** Every argument by name and kind, and the cases of a select; not how often or in which order it stands. */
function argumentsOf(message: string, locale: Locale): string[] {
  const found = nodesOf(astOf(message, locale)).flatMap((node) => {
    const kind = KINDS[node.type];
    if (!kind) return [];
    return kind === "select" ? [`${node.value} ${Object.keys(node.options ?? {}).sort()}`] : [`${node.value} ${kind}`];
  });
  return [...new Set(found)].sort();
}

function hasWords(message: string, locale: Locale): boolean {
  return nodesOf(astOf(message, locale)).some((node) => node.type === 0 && /\p{L}/u.test(node.value));
}
