import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locales";
import { isJsonObject, type JsonObject } from "@/lib/json";
import type { FieldNotes } from "@/lib/models/model";
import { buildField } from "./build-field";
import { type CorrectedKind, correctableKinds } from "./corrected-kind";
import { defined } from "./defined";
import { type Property, readSchema } from "./dialect";
import type { Field } from "./field";
import { primaryPrompt } from "./prompts";
import { isSingleMedia, withSeries } from "./series";
import { withTags } from "./tags";

export type CompileOptions = {
  /** What a page's prose says beyond the schema, by key. It wins over what the schema says itself. */
  notes?: Record<string, FieldNotes>;
  /** The language of labels and help; English where a note lacks it. */
  locale?: Locale;
  /** A request body known to be good: tells media from text, and is the sample where the schema has none. */
  example?: JsonObject;
};

/**
 * The fields of an input schema, in its printed order, from the page form as well as the catalog form. Total: any value gives a
 * list (`readSchema` says why one is empty), and a property that is not understood is a `json` field with a note. Defaults of
 * prompts and media are samples, as the service's pages print examples there; a `default` is always one that its field accepts.
 */
export function compileFields(schema: unknown, options: CompileOptions = {}): Field[] {
  const example = isJsonObject(options.example) ? options.example : {};
  const reading = readSchema(schema, example);
  if (!reading.ok) return [];
  return compileProperties(reading.properties, options.locale ?? DEFAULT_LOCALE, options.notes ?? {});
}

function compileProperties(
  properties: readonly Property[],
  locale: Locale,
  notes: Record<string, FieldNotes>,
): Field[] {
  const noteOf = (key: string): FieldNotes => (Object.hasOwn(notes, key) ? (notes[key] ?? {}) : {});
  // Keys such as `174_value` say nothing: what such a field is, its title tells, wherever that stands.
  const titled = properties.map((property) => ({ ...defined({ title: noteOf(property.key).title?.en }), ...property }));
  const prompt = promptAmong(titled, noteOf);
  const fields = titled.map((property) =>
    buildField(property, {
      notes: noteOf(property.key),
      locale,
      isPrompt: property.key === prompt,
      members: (members) => compileProperties(members, locale, {}),
    }),
  );
  return withTags(withSeries(fields)).map((field) => {
    const title = noteOf(field.name).seriesTitle;
    if (!title || !isSingleMedia(field) || !field.series) return field;
    return { ...field, series: { ...field.series, label: title[locale] ?? title.en } };
  });
}

/** The key that somebody says is the prompt, else the one that is named like one and that nobody says is something else. */
function promptAmong(properties: readonly Property[], noteOf: (key: string) => FieldNotes): string | undefined {
  const said = properties.find((property) => kindSaid(property, noteOf) === "prompt");
  return said?.key ?? primaryPrompt(properties.filter((property) => kindSaid(property, noteOf) === undefined));
}

function kindSaid(property: Property, noteOf: (key: string) => FieldNotes): CorrectedKind | undefined {
  const { kind } = noteOf(property.key);
  return kind !== undefined && correctableKinds(property).includes(kind) ? kind : undefined;
}
