"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Field } from "@/lib/schema/field";
import { useFieldValue, usePath } from "../composition-context";
import { focusControl } from "../focus-field";

/** Takes over the page's example value, which is otherwise only shown; there while the field is empty. */
export function UseSample({ field }: { field: Field }) {
  const [value, setValue] = useFieldValue(field.name);
  const path = usePath(field.name).join(".");
  const t = useTranslations("composer");
  const { sample } = field;
  if (sample === undefined || (value !== undefined && value !== "")) return null;
  return (
    <Button
      variant="quiet"
      className="-ml-3 self-start"
      onClick={() => {
        setValue(sample);
        focusControl(path);
      }}
    >
      {t("useSample")}
    </Button>
  );
}
