import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locales";
import { localize, modelFields, toWireModel, toWireModelSummary } from "@/lib/models/localize";
import type { Catalog } from "@/lib/models/own-models";
import type { Field } from "@/lib/schema/field";

/** The catalogue as the server shows and uses it; what is compiled from a schema is compiled once. */
export type Models = {
  listModels(locale: Locale): WireModelSummary[];
  readModel(id: string, locale: Locale): WireModel | undefined;
  modelName(id: string, locale: Locale): string | undefined;
  /** For checking inputs: the language does not matter. */
  fieldsOf(id: string): Field[] | undefined;
  ids(): string[];
};

export function createModels(catalog: Catalog): Models {
  const fields = new Map<string, Field[]>();
  const wire = new Map<string, WireModel>();

  return {
    listModels: (locale) => catalog.list().map((model) => toWireModelSummary(model, locale)),

    readModel(id, locale) {
      const key = `${locale} ${id}`;
      const model = wire.has(key) ? undefined : catalog.find(id);
      if (model) wire.set(key, toWireModel(model, locale));
      return wire.get(key);
    },

    modelName(id, locale) {
      const model = catalog.find(id);
      return model && localize(model.name, locale);
    },

    fieldsOf(id) {
      const model = fields.has(id) ? undefined : catalog.find(id);
      if (model) fields.set(id, modelFields(model, DEFAULT_LOCALE));
      return fields.get(id);
    },

    ids: () => catalog.list().map((model) => model.id),
  };
}
