"use client";
import { Asterisk } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import { type InputRow, inputRows } from "@/lib/compare/rows";
import { InputValue } from "./input-value";
import { PromptChanges } from "./prompt-changes";
import type { ShownTake } from "./take";

/** What every take was made with: a row a field, a column a take, and a mark where they differ. */
export function InputTable({ takes }: { takes: readonly ShownTake[] }) {
  const t = useTranslations("compare");
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const id = useId();
  const models = takes.map(({ job }) => job.modelName);
  const model: InputRow = {
    name: "",
    label: t("model"),
    kind: "value",
    values: models,
    differs: new Set(models).size > 1,
  };
  const rows = [model, ...inputRows(takes.map(({ job, fields }) => ({ input: job.input, fields })))];
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium text-base">{t("inputs")}</h2>
        <span className="flex items-center gap-1 text-sm">
          <Switch
            id={`${id}-only`}
            checked={onlyDifferences}
            onChange={(event) => setOnlyDifferences(event.target.checked)}
          />
          <label htmlFor={`${id}-only`}>{t("onlyDifferences")}</label>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <section tabIndex={0} aria-label={t("inputs")} className="scrolls overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="border-line border-b text-left">
              <th scope="col" className={`${HEAD} font-normal text-quiet text-xs`}>
                {t("field")}
              </th>
              {takes.map(({ job, letter }) => (
                <th key={job.id} scope="col" className={`${CELL} num font-medium`}>
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.name} className="border-line border-b align-top">
                <th scope="row" className={`${HEAD} text-left font-normal`}>
                  <span className="block text-quiet text-xs">{row.label}</span>
                  {row.differs ? (
                    <span className="inline-flex items-center gap-0.5 text-accent text-xs">
                      <Asterisk size={12} aria-hidden />
                      {t("differs")}
                    </span>
                  ) : null}
                </th>
                {takes.map(({ job }, at) => (
                  <td key={job.id} className={`${CELL} ${row.differs ? "bg-accent-soft" : ""}`}>
                    <RowValue row={row} at={at} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === 0 ? <p className="text-quiet text-sm">{t("noDifferences")}</p> : null}
    </div>
  );
}

const HEAD = "sticky left-0 z-10 w-28 min-w-28 bg-ground py-1.5 pr-3 md:w-40 md:min-w-40";
const CELL = "min-w-44 px-2 py-1.5";

/** A prompt shows what became of that of A, which stands first. */
function RowValue({ row, at }: { row: InputRow; at: number }) {
  const [first] = row.values;
  const value = row.values[at];
  if (row.kind === "prompt" && row.differs && at > 0 && typeof first === "string" && typeof value === "string")
    return <PromptChanges before={first} after={value} />;
  return <InputValue value={value} />;
}
