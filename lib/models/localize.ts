import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import type { Locale } from "@/lib/i18n/locales";
import { foreignLanguageOf } from "@/lib/i18n/text-language";
import { compileFields } from "@/lib/schema/compile";
import type { Field } from "@/lib/schema/field";
import type { LocalizedText, Model } from "./model";

/** The text in a language, in English where it has none in that one. */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.en;
}

/** The fields of a model's form, with labels and help in a language; what a page says in its own is marked with that. */
export function modelFields(model: Model, locale: Locale): Field[] {
  const fields = compileFields(model.inputSchema, { notes: model.notes, locale, example: model.example });
  return withLanguages(fields, locale, fields.map(wordsOf).join("\n"));
}

function withLanguages(fields: readonly Field[], locale: Locale, around: string): Field[] {
  return fields.map((field) => {
    const lang = foreignLanguageOf(wordsOf(field), locale, around);
    const marked = lang === undefined ? field : { ...field, lang };
    return marked.kind === "structured" ? { ...marked, fields: withLanguages(marked.fields, locale, around) } : marked;
  });
}

function wordsOf({ label, help = "" }: Field): string {
  return `${label}\n${help}`;
}

export function toWireModelSummary(model: Model, locale: Locale): WireModelSummary {
  const { id, output } = model;
  return { id, name: localize(model.name, locale), summary: localize(model.summary, locale), output };
}

/** A model as the interface shows it. `example` is our own composition, else the request that the model's page shows. */
export function toWireModel(model: Model, locale: Locale): WireModel {
  return {
    ...toWireModelSummary(model, locale),
    inputSchema: model.inputSchema,
    fields: modelFields(model, locale),
    example: model.showcase ?? model.example,
    ...(model.price && { price: model.price }),
  };
}
