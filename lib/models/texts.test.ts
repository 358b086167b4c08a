import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { listModels } from "./catalog";
import { modelFields } from "./localize";
import type { LocalizedText } from "./model";

const TRANSLATED = LOCALES.filter((locale) => locale !== "en");
/** What every language writes alike: signs, numbers with their unit, names in capitals. */
const SAME_EVERYWHERE = /^[\d\s:.×xpPK()]+$/;

describe.each(listModels().map((model) => [model.id, model] as const))("%s", (_, model) => {
  it("says everything in every language, and in its own words", () => {
    const faults = textsIn(model).flatMap(([place, text]) =>
      TRANSLATED.filter((locale) => !text[locale]?.trim() || text[locale] === text.en).map(
        (locale) => `${place} ${locale}: ${text[locale]}`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it.each(LOCALES)("names and explains every field in %s", (locale) => {
    const unexplained = modelFields(model, locale).filter(({ label, help }) => !label || !help);
    expect(unexplained.map(({ name }) => name)).toEqual([]);
  });

  it.each(TRANSLATED)("shows no English label or option in %s", (locale) => {
    const english = modelFields(model, "en");
    const left = modelFields(model, locale).flatMap((field, index) => {
      const texts = optionsOf(field).map((option) => [option, option] as const);
      return [[field.label, english[index]?.label] as const, ...texts]
        .filter(([own, other]) => own === other && !SAME_EVERYWHERE.test(own))
        .map(([own]) => `${field.name}: ${own}`);
    });
    expect(left).toEqual([]);
  });
});

function optionsOf(field: ReturnType<typeof modelFields>[number]): string[] {
  return field.kind === "choice"
    ? field.options.map(({ label }) => label).filter((label) => /^[\x20-\x7e]+$/.test(label))
    : [];
}

/** Every text of a model with its place. */
function textsIn(value: unknown, place = ""): [place: string, text: LocalizedText][] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value) return [[place, value as LocalizedText]];
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, place ? `${place}.${key}` : key));
}
