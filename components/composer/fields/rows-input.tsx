"use client";
import { Plus } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useBrowserStyle } from "@/components/ui/browser-style";
import { Button } from "@/components/ui/button";
import type { JsonValue } from "@/lib/json";
import type { StructuredField } from "@/lib/schema/field";
import { initialValues } from "@/lib/schema/values";
import { useFieldValue } from "../composition-context";
import { CellInput, cellColumn, isCell } from "./cell-input";
import { EntryButtons } from "./entry-buttons";
import { FieldBox } from "./field-box";
import { Members } from "./members";

const MAX_COLUMNS = 3;
const CONTROLS = "input, textarea, select, button";
const MOVES: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** A list of objects: a small table where its members are few and short, else one form below the other. */
export function RowsInput({ field }: { field: StructuredField }) {
  const [value, setValue] = useFieldValue(field.name);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const t = useTranslations("fields");
  const entries = Array.isArray(value) ? value : [];
  const isTable = field.fields.length <= MAX_COLUMNS && field.fields.every(isCell);
  const columns = useBrowserStyle({
    "--columns": [...field.fields.map(cellColumn), "auto"].join(" "),
  } as CSSProperties);

  /** The focus follows to a control of a row, once that is there; without rows, to the button that adds one. */
  const focusIn = (row: number, pick: (controls: HTMLElement[]) => HTMLElement | undefined) =>
    requestAnimationFrame(() => {
      const controls = [...(list.current?.children[row]?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
      const free = controls.filter((control) => !control.matches(":disabled"));
      (pick(free) ?? list.current?.parentElement?.querySelector<HTMLElement>("[data-add]"))?.focus();
    });
  const change = (next: JsonValue[]) => setValue(next.length > 0 || field.required ? next : undefined);
  const add = () => {
    change([...entries, initialValues(field.fields)]);
    focusIn(entries.length, ([first]) => first);
  };
  const remove = (row: number) => {
    change(entries.toSpliced(row, 1));
    setSaid(t("entryRemoved", { index: row + 1 }));
    focusIn(Math.min(row, entries.length - 2), (controls) => controls.at(-1));
  };
  const move = (row: number, by: number, pick: (controls: HTMLElement[]) => HTMLElement | undefined) => {
    const moving = entries[row];
    const to = row + by;
    if (moving === undefined || to < 0 || to >= entries.length) return;
    change(entries.toSpliced(row, 1).toSpliced(to, 0, moving));
    setSaid(t("entryMoved", { index: row + 1, place: to + 1 }));
    focusIn(to, pick);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: number) => {
    const by = event.altKey ? MOVES[event.key] : undefined;
    if (by === undefined || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    const place = [...event.currentTarget.querySelectorAll<HTMLElement>("input, textarea, select")].indexOf(
      event.target,
    );
    move(row, by, (controls) => controls[Math.max(place, 0)]);
  };

  return (
    <FieldBox
      field={field}
      optional={!field.required}
      group
      aside={field.maxItems === undefined ? null : t("count", { count: entries.length, max: field.maxItems })}
    >
      {({ labelId, describedBy }) => (
        <div className="flex flex-col gap-2">
          {isTable && entries.length > 0 ? <ColumnHeads field={field} style={columns} /> : null}
          <ul
            ref={list}
            aria-labelledby={labelId}
            aria-describedby={describedBy}
            className="flex flex-col gap-4 md:gap-2"
          >
            {entries.map((_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place in the list; it has no other identity.
              <li key={row}>
                {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no grid in every browser. */}
                <div
                  role="group"
                  aria-label={t("entry", { index: row + 1 })}
                  onKeyDown={(event) => onKeyDown(event, row)}
                  style={columns}
                  className={isTable ? TABLE_ROW : STACKED_ROW}
                >
                  <Members fields={field.fields} path={[field.name, row]} widget={isTable ? CellInput : undefined} />
                  <EntryButtons
                    index={row + 1}
                    count={entries.length}
                    onMove={(by) => move(row, by, (controls) => controls.at(by < 0 ? -3 : -2) ?? controls.at(-2))}
                    onRemove={() => remove(row)}
                  />
                </div>
              </li>
            ))}
          </ul>
          <Button
            data-add
            disabled={field.maxItems !== undefined && entries.length >= field.maxItems}
            onClick={add}
            className="self-start"
          >
            <Plus size={16} aria-hidden />
            {t("addItem")}
          </Button>
          <p role="status" className="sr-only">
            {said}
          </p>
        </div>
      )}
    </FieldBox>
  );
}

const STACKED_ROW = "flex flex-col gap-3 border-line border-l-2 pl-3";
const TABLE_ROW = `${STACKED_ROW} md:grid md:grid-cols-(--columns) md:items-start md:gap-2 md:border-0 md:pl-0`;

function ColumnHeads({ field, style }: { field: StructuredField; style: CSSProperties | undefined }) {
  return (
    <div aria-hidden style={style} className="hidden gap-2 text-quiet text-xs md:grid md:grid-cols-(--columns)">
      {field.fields.map((member) => (
        <span key={member.name} className="truncate">
          {member.label}
        </span>
      ))}
      <span className="w-24" />
    </div>
  );
}
