import { describe, expect, it } from "vitest";
import { listModels } from "@/lib/models/catalog";
import { read } from "@/tests/support/imports";
import { ARGUMENT, flatten, NUMBER, readings } from "@/tests/support/messages";
import { LOCALES, type Locale } from "./locales";
import { messagesFor } from "./messages";
import wrongTerms from "./messages/wrong-terms.json";

const JAPANESE = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]";
const LATIN = `[A-Za-z${NUMBER}-9@]`;

/** How a language is written (the "Tone" of the glossary): what must not be found in a text, by what is wrong with it. */
const WRONG: Record<Locale, [what: string, found: RegExp][]> = {
  en: [],
  ko: [
    ["fullwidth punctuation", /[，。！？：；（）、]/u],
    ["a particle that depends on what stands before it", /\((?:으|이|은|을|와|가|를|는)\)/u],
    [
      "a particle right after an argument",
      new RegExp(`[${ARGUMENT}${NUMBER}][”’]?(?:이|가|을|를|은|는|와|과|로|으로)(?!\\p{L})`, "u"),
    ],
  ],
  ja: [
    ["halfwidth punctuation", new RegExp(`${JAPANESE}[,;:!?()]|[,;!?(]${JAPANESE}`, "u")],
    ["a space beside Latin letters or digits", new RegExp(`${JAPANESE} ${LATIN}|${LATIN} ${JAPANESE}`, "u")],
    ["a space after an argument", new RegExp(`[${ARGUMENT}] \\p{Script=Hiragana}`, "u")],
    ["a space after fullwidth punctuation", /[、。：；？！（）「」] /u],
    ["a question without its mark", /(?:ます|です)か。?$/u],
  ],
  "zh-TW": [
    ["halfwidth punctuation", /\p{Script=Han}[,;:!?()]|[,;:!?(]\p{Script=Han}/u],
    ["no space beside Latin letters or digits", new RegExp(`\\p{Script=Han}${LATIN}|${LATIN}\\p{Script=Han}`, "u")],
  ],
};
const WRONG_EVERYWHERE: [what: string, found: RegExp][] = [
  ["an exclamation mark", /[!！]/u],
  ["three full stops", /\.\.\.|。。/u],
  ["two spaces", / {2}/u],
];

const faultsOf = (text: string, locale: Locale) =>
  [...WRONG_EVERYWHERE, ...WRONG[locale]].filter(([, found]) => found.test(text)).map(([what]) => what);

const messagesIn = Object.fromEntries(LOCALES.map((locale) => [locale, flatten(messagesFor(locale))]));
const english = [...flatten(messagesFor("en"))].map(([key, message]) => [key, readings(message, "en")] as const);
const rows = glossaryRows();
const heldRows = rows.filter(([word = ""]) => word.startsWith("`"));

describe.each(LOCALES)("the texts in %s", (locale) => {
  const texts = [
    ...[...flatten(messagesFor(locale))].flatMap(([key, message]) =>
      readings(message, locale).map((text) => [key, text] as const),
    ),
    // In a model's name the space stands between the product and what it does.
    ...listModels().flatMap(({ name: _, ...model }) => textsOf(model, locale).map((text) => [model.id, text] as const)),
  ];

  it("are written as the language is written", () => {
    expect(texts.flatMap(([key, text]) => faultsOf(text, locale).map((what) => `${key}: ${what}: ${text}`))).toEqual(
      [],
    );
  });

  it("have none of the wrong terms", () => {
    const terms = Object.entries((wrongTerms as Partial<Record<Locale, Record<string, string>>>)[locale] ?? {});
    const found = texts.flatMap(([key, text]) =>
      terms
        .filter(([wrong]) => new RegExp(wrong, "u").test(text))
        .map(([wrong, right]) => `${key}: ${wrong} → ${right}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe("the glossary", () => {
  it("has a term in each language in every row", () => {
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((row) => row.length !== 5 || row.slice(0, 4).includes(""))).toEqual([]);
    expect(heldRows.length).toBeGreaterThan(12);
  });

  it("has each Korean term followed by the particle that its sound asks for", () => {
    const wrong = koreanTerms().map(
      (term) => new RegExp(`${term}(?:${endsInVowel(term) ? "을|은|과" : "를|는|와"})(?=[ .,]|$)`, "u"),
    );
    const texts = [...(messagesIn.ko ?? [])].flatMap(([key, message]) =>
      readings(message, "ko").map((text) => `${key}: ${text}`),
    );
    expect(texts.filter((text) => wrong.some((found) => found.test(text)))).toEqual([]);
  });

  it.each(heldRows.map((row) => [row[0], row]))("holds %s to its own term wherever English has it", (_, row) => {
    const word = new RegExp(`\\b${row[0]?.replaceAll("`", "")}(?:e?s)?\\b`, "i");
    const missing = (["ko", "ja", "zh-TW"] as const).flatMap((locale, index) => {
      const terms = (row[index + 1] ?? "").split(", ");
      return english
        .filter(([, texts]) => texts.some((text) => word.test(text)))
        .map(([key]) => [key, messagesIn[locale]?.get(key) ?? ""] as const)
        .filter(([, message]) => !terms.some((term) => message.includes(term)))
        .map(([key, message]) => `${locale} ${key}: ${message}`);
    });
    expect(missing).toEqual([]);
  });
});

describe("a text is refused", () => {
  it.each([
    ["ko", `${ARGUMENT}을 열기`, "a particle right after an argument"],
    ["ko", `“${ARGUMENT}”은 없습니다.`, "a particle right after an argument"],
    ["ko", "파일을(를) 열기", "a particle that depends on what stands before it"],
    ["ko", "저장했습니다。", "fullwidth punctuation"],
    ["ja", "保存しました!", "an exclamation mark"],
    ["ja", "名前: ここ", "halfwidth punctuation"],
    ["ja", "API キー", "a space beside Latin letters or digits"],
    ["ja", `あと ${NUMBER}件`, "a space beside Latin letters or digits"],
    ["ja", "名前： ここ", "a space after fullwidth punctuation"],
    ["ja", "削除しますか", "a question without its mark"],
    ["zh-TW", "新增API金鑰", "no space beside Latin letters or digits"],
    ["zh-TW", `${NUMBER}個鏡次`, "no space beside Latin letters or digits"],
    ["zh-TW", "已儲存,請重試", "halfwidth punctuation"],
    ["en", "Loading...", "three full stops"],
  ] as const)("in %s: %s", (locale, text, what) => {
    expect(faultsOf(text, locale)).toContain(what);
  });
});

describe("a text is let through", () => {
  it.each([
    ["ko", `${ARGUMENT} 모델을 열기: ${NUMBER}개를`],
    ["ja", `シード ${ARGUMENT}、${NUMBER}件を「API」で開きますか？`],
    ["zh-TW", `開啟 API 的 ${NUMBER} 個鏡次（${ARGUMENT}），共 5 秒。`],
    ["en", "Loading…"],
  ] as const)("in %s: %s", (locale, text) => {
    expect(faultsOf(text, locale)).toEqual([]);
  });
});

function koreanTerms(): string[] {
  return rows.flatMap(([, korean = ""]) => korean.split(/, | \/ /)).filter((term) => /\p{Script=Hangul}$/u.test(term));
}

/** A Hangul syllable's last sound follows from its place in the block of 28 that differ in it alone. */
function endsInVowel(term: string): boolean {
  return ((term.codePointAt(term.length - 1) ?? 0) - 0xac00) % 28 === 0;
}

/** The rows of the table in the glossary, cell by cell. */
function glossaryRows(): string[][] {
  return read("lib/i18n/messages/GLOSSARY.md")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(1);
}

/** Every text of a model in a language. */
function textsOf(value: unknown, locale: Locale): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value && locale in value) return [String(value[locale as "en"])];
  return Object.values(value).flatMap((member) => textsOf(member, locale));
}
