"use client";
import { useId } from "react";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Switch } from "@/components/ui/switch";
import type { Field } from "@/lib/schema/field";
import { useFieldProblem, useFieldValue, usePath } from "../composition-context";
import { NumberBox } from "./number-box";
import { stepOf } from "./number-text";

const CELL_KINDS: ReadonlySet<Field["kind"]> = new Set([
  "text",
  "choice",
  "integer",
  "number",
  "toggle",
  "seed",
  "image",
  "video",
  "audio",
]);

/** Whether a member's control fits into a cell. */
export function isCell(field: Field): boolean {
  return CELL_KINDS.has(field.kind);
}

/** How wide its column is. */
export function cellColumn(field: Field): string {
  if (field.kind === "toggle") return "2.75rem";
  return field.kind === "integer" || field.kind === "number" ? "4.5rem" : "minmax(0, 1fr)";
}

/** A member's control in one line; its label is in the column's head, or above it where rows are stacked. */
export function CellInput({ field }: { field: Field }) {
  const id = useId();
  const problem = useFieldProblem(field.name);
  const path = usePath(field.name).join(".");
  return (
    <div className="flex min-w-0 flex-col gap-1" data-field={path}>
      <label htmlFor={id} className="text-quiet text-xs md:sr-only">
        {field.label}
      </label>
      <CellControl field={field} id={id} describedBy={problem ? `${id}-problem` : undefined} />
      {problem ? (
        <p id={`${id}-problem`} className="break-words text-failed text-xs">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function CellControl({ field, id, describedBy }: { field: Field; id: string; describedBy: string | undefined }) {
  const [value, setValue] = useFieldValue(field.name);
  const invalid = describedBy !== undefined;
  const shared = {
    id,
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
    className: `${CONTROL_CLASS} h-8 [@media(pointer:coarse)]:h-11`,
  };
  switch (field.kind) {
    case "integer":
    case "number":
    case "seed":
      return (
        <NumberBox
          id={id}
          name={field.name}
          value={typeof value === "number" ? value : undefined}
          whole={field.kind !== "number"}
          step={stepOf(field)}
          min={field.min}
          max={field.max}
          placeholder={field.default?.toString()}
          describedBy={describedBy}
          invalid={invalid}
          wide
          onValue={setValue}
        />
      );
    case "toggle":
      return (
        <Switch
          id={id}
          checked={(value ?? field.default) === true}
          aria-describedby={describedBy}
          onChange={(event) => setValue(event.target.checked)}
        />
      );
    case "choice":
      return (
        <select
          {...shared}
          value={String(value ?? field.default ?? "")}
          onChange={(event) =>
            setValue(field.options.find((option) => String(option.value) === event.target.value)?.value)
          }
        >
          <option value="" />
          {field.options.map((option) => (
            <option key={String(option.value)} value={String(option.value)}>
              {option.label}
            </option>
          ))}
        </select>
      );
    default:
      return (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          placeholder={typeof field.sample === "string" ? field.sample : undefined}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => setValue(event.target.value || undefined)}
        />
      );
  }
}
