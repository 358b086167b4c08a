import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locales";
import { localize, modelFields, toWireModel, toWireModelSummary } from "@/lib/models/localize";
import type { Model } from "@/lib/models/model";
import type { Catalog } from "@/lib/models/own-models";
import type { Field } from "@/lib/schema/field";
import type { Price } from "@/lib/spending/price";

/** The catalogue as the server shows and uses it; what is compiled from a schema is compiled once. */
export type Models = {
  listModels(locale: Locale): WireModelSummary[];
  readModel(id: string, locale: Locale): WireModel | undefined;
  modelName(id: string, locale: Locale): string | undefined;
  /** For checking inputs: the language does not matter. */
  fieldsOf(id: string): Field[] | undefined;
  /** Undefined where it is not known. */
  priceOf(id: string): Price | undefined;
  ids(): string[];
};

export function createModels(catalog: Catalog): Models {
  // By the model itself: one that is added anew under the same id is another.
  const fields = new WeakMap<Model, Field[]>();
  const wire = new WeakMap<Model, Map<Locale, WireModel>>();

  return {
    listModels: (locale) => catalog.list().map((model) => toWireModelSummary(model, locale)),

    readModel(id, locale) {
      const model = catalog.find(id);
      if (!model) return undefined;
      const known = wire.get(model) ?? new Map<Locale, WireModel>();
      const shown = known.get(locale) ?? toWireModel(model, locale);
      wire.set(model, known.set(locale, shown));
      return shown;
    },

    modelName(id, locale) {
      const model = catalog.find(id);
      return model && localize(model.name, locale);
    },

    fieldsOf(id) {
      const model = catalog.find(id);
      if (!model) return undefined;
      const known = fields.get(model) ?? modelFields(model, DEFAULT_LOCALE);
      fields.set(model, known);
      return known;
    },

    priceOf: (id) => catalog.find(id)?.price,

    ids: () => catalog.list().map((model) => model.id),
  };
}
