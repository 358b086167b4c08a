"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { closeDialog } from "../close-dialog";
import { useCollections } from "../collections/use-collections";
import { ChoiceField, DayField } from "./choice-field";
import { type ChangeFilters, type FilterName, type Filters, KINDS, RATIOS, STATES, UPSTREAMS } from "./filter-values";
import { type NamedModel, useFilterWords } from "./use-filter-words";

const RATINGS = ["1", "2", "3", "4", "5"];

/** All filters that have no place in the bar. Each choice works at once; the list changes behind. */
export function FilterDialog(props: {
  filters: Filters;
  models: readonly NamedModel[];
  onChange: ChangeFilters;
  onClear: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("filters");
  const { filters, models, onChange } = props;
  const { collections } = useCollections();
  const word = useFilterWords({ models, collections });
  const choice = (name: FilterName, label: string, values: readonly string[]) => (
    <ChoiceField
      label={label}
      none={t("any")}
      choices={values.map((value) => ({ value, label: word(name, value) }))}
      value={filters[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <Dialog title={t("label")} closeLabel={t("close")} onClose={props.onClose}>
      <div className="grid grid-cols-2 gap-4">
        {choice(
          "model",
          t("model"),
          models.map(({ id }) => id),
        )}
        {choice("state", t("state"), STATES)}
        {choice("kind", t("kind"), KINDS)}
        {choice("ratio", t("ratio"), RATIOS)}
        {choice("rating", t("rating"), RATINGS)}
        {choice("upstream", t("upstream"), UPSTREAMS)}
        {choice(
          "collection",
          t("collection"),
          collections.map(({ id }) => id),
        )}
        <div />
        <DayField
          label={t("from")}
          value={filters.from}
          latest={filters.to}
          onChange={(from) => onChange({ from }, "replace")}
        />
        <DayField
          label={t("to")}
          value={filters.to}
          earliest={filters.from}
          onChange={(to) => onChange({ to }, "replace")}
        />
      </div>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={props.onClear}>{t("clearAll")}</Button>
        <Button variant="primary" onClick={(event) => closeDialog(event.currentTarget)}>
          {t("show")}
        </Button>
      </div>
    </Dialog>
  );
}
