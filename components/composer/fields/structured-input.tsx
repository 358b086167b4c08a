"use client";
import { Plus, Trash2 } from "lucide-react";
import { useContext } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { StructuredField } from "@/lib/schema/field";
import { ScopeContext, ScopeProvider, useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";
import { FieldInput } from "./registry";

/** An object, or a list of objects, of known members: the same widgets, one level down. */
export function StructuredInput({ field }: { field: StructuredField }) {
  const [value, setValue] = useFieldValue(field.name);
  const t = useTranslations("fields");
  const entries = Array.isArray(value) ? value : [];
  const full = field.maxItems !== undefined && entries.length >= field.maxItems;
  return (
    <FieldBox field={field} optional={!field.required}>
      {() =>
        field.list ? (
          <div className="flex flex-col gap-2">
            {entries.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place in the list; it has no other identity.
              <div key={index} className="flex items-start gap-2 border-line border-l-2 pl-3">
                <div className="flex grow flex-col gap-3">
                  <Members field={field} path={[field.name, index]} />
                </div>
                <IconButton
                  label={t("removeItem", { index: index + 1 })}
                  onClick={() => setValue(entries.filter((__, place) => place !== index))}
                >
                  <Trash2 size={16} aria-hidden />
                </IconButton>
              </div>
            ))}
            <Button disabled={full} onClick={() => setValue([...entries, {}])}>
              <Plus size={16} aria-hidden />
              {t("addItem")}
            </Button>
          </div>
        ) : (
          <div className="flex flex-col gap-3 border-line border-l-2 pl-3">
            <Members field={field} path={[field.name]} />
          </div>
        )
      }
    </FieldBox>
  );
}

function Members({ field, path }: { field: StructuredField; path: readonly (string | number)[] }) {
  const outer = useContext(ScopeContext);
  return (
    <ScopeProvider value={[...outer, ...path]}>
      {field.fields.map((member) => (
        <FieldInput key={member.name} field={member} />
      ))}
    </ScopeProvider>
  );
}
