"use client";
import { useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/segmented";
import { Switch } from "@/components/ui/switch";
import type { ToggleField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";

/** On or off; where the service assumes neither, that too has to be seen and chosen. */
export function ToggleInput({ field }: { field: ToggleField }) {
  return field.default === undefined ? <ThreeWay field={field} /> : <TwoWay field={field} />;
}

function TwoWay({ field }: { field: ToggleField }) {
  const [value, setValue] = useFieldValue(field.name);
  return (
    <FieldBox field={field} inline>
      {({ controlId, describedBy, invalid }) => (
        <Switch
          id={controlId}
          checked={value === undefined ? field.default === true : value === true}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => setValue(event.target.checked)}
        />
      )}
    </FieldBox>
  );
}

const UNSET = "unset";

function ThreeWay({ field }: { field: ToggleField }) {
  const [value, setValue] = useFieldValue(field.name);
  const t = useTranslations("composer");
  const options = [
    { value: "true", label: t("on") },
    { value: "false", label: t("off") },
  ];
  return (
    <FieldBox field={field} group>
      {({ labelId, describedBy, invalid }) => (
        <Segmented
          labelledBy={labelId}
          describedBy={describedBy}
          invalid={invalid}
          options={field.required ? options : [{ value: UNSET, label: t("unset") }, ...options]}
          value={value === undefined ? UNSET : String(value)}
          onChange={(next) => setValue(next === UNSET ? undefined : next === "true")}
        />
      )}
    </FieldBox>
  );
}
