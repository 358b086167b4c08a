"use client";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Segmented } from "@/components/ui/segmented";
import type { ChoiceField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { choiceLook } from "./choice-look";
import { FieldBox } from "./field-box";
import { RatioShape } from "./ratio-shape";
import { SteppedInput } from "./stepped-input";

const UNSET = "";

/** One of the values of an enum, in the form that suits them: shapes, segments, a slider, or a list. */
export function ChoiceInput({ field }: { field: ChoiceField }) {
  const [value, setValue] = useFieldValue(field.name);
  const t = useTranslations();
  const look = choiceLook(field);
  if (look === "steps") return <SteppedInput field={field} />;

  const canBeUnset = !field.required && field.default === undefined;
  const options = [
    ...(canBeUnset ? [{ value: UNSET, label: t("composer.unset") }] : []),
    ...field.options.map((option) => ({ value: String(option.value), label: option.label })),
  ];
  const chosen = value === undefined ? UNSET : String(value);
  const choose = (text: string) => setValue(field.options.find((option) => String(option.value) === text)?.value);
  return (
    <FieldBox field={field}>
      {({ labelId, controlId, describedBy, invalid }) => {
        if (look === "fact")
          return <p className="text-quiet text-sm">{t("fields.fixed", { value: options[0]?.label ?? "" })}</p>;
        if (look === "list")
          return (
            <select
              id={controlId}
              value={chosen}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              onChange={(event) => choose(event.target.value)}
              className={`${CONTROL_CLASS} h-8`}
            >
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          );
        return (
          <Segmented
            labelledBy={labelId}
            describedBy={describedBy}
            invalid={invalid}
            value={chosen}
            onChange={choose}
            options={options.map((option) =>
              look === "shapes" && option.value.includes(":")
                ? { ...option, icon: <RatioShape ratio={option.value} /> }
                : option,
            )}
          />
        );
      }}
    </FieldBox>
  );
}
