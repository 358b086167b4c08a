import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locales";
import { localize, modelFields, toWireModel, toWireModelSummary } from "@/lib/models/localize";
import type { Model } from "@/lib/models/model";
import type { Catalog } from "@/lib/models/own-models";
import type { Field } from "@/lib/schema/field";
import type { Price } from "@/lib/spending/price";
import { type ListPrices, laterPrice } from "./list-prices";

/** The catalogue as the server shows and uses it; what is compiled from a schema is compiled once. */
export type Models = {
  listModels(locale: Locale): WireModelSummary[];
  readModel(id: string, locale: Locale): WireModel | undefined;
  modelName(id: string, locale: Locale): string | undefined;
  /** For checking inputs: the language does not matter. */
  fieldsOf(id: string): Field[] | undefined;
  /** The later of the list's and the model's own; undefined where neither is known. */
  priceOf(id: string): Price | undefined;
  ids(): string[];
};

export function createModels(catalog: Catalog, listed: Pick<ListPrices, "priceOf">): Models {
  // By the model itself: one that is added anew under the same id is another.
  const fields = new WeakMap<Model, Field[]>();
  const wire = new WeakMap<Model, Map<Locale, WireModel>>();
  const priceOf = ({ id, price }: Model) => laterPrice(listed.priceOf(id), price);

  return {
    listModels: (locale) => catalog.list().map((model) => toWireModelSummary(model, locale)),

    readModel(id, locale) {
      const model = catalog.find(id);
      if (!model) return undefined;
      const known = wire.get(model) ?? new Map<Locale, WireModel>();
      const shown = known.get(locale) ?? toWireModel(model, locale);
      wire.set(model, known.set(locale, shown));
      const price = priceOf(model);
      return price === shown.price || !price ? shown : { ...shown, price };
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

    priceOf(id) {
      const model = catalog.find(id);
      return model && priceOf(model);
    },

    ids: () => catalog.list().map((model) => model.id),
  };
}
