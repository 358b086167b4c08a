"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { useComposition, useCompositionStore, usePath } from "../composition-context";
import { focusControl } from "../focus-field";
import { getAt } from "../path";

/** Takes over the page's example value, which is otherwise only shown; there while the field is empty. */
export function UseSample({ field }: { field: Field }) {
  return field.sample === undefined ? null : <SampleButton name={field.name} sample={field.sample} />;
}

function SampleButton({ name, sample }: { name: string; sample: JsonValue }) {
  const store = useCompositionStore();
  const path = usePath(name);
  const empty = useComposition(({ values }) => (getAt(values, path) ?? "") === "");
  const t = useTranslations("composer");
  if (!empty) return null;
  const take = () => {
    store.getState().setValue(path, sample);
    focusControl(path.join("."));
  };
  return (
    <Button variant="quiet" className="-ml-3 self-start" onClick={take}>
      {t("useSample")}
    </Button>
  );
}
