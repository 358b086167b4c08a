"use client";
import { useTranslations } from "use-intl";
import type { JsonObject, JsonValue } from "@/lib/json";
import { planFrame } from "@/lib/schema/frame";
import { type Grid, gridOf } from "@/lib/variations/grid";
import type { Plan } from "@/lib/variations/plan";
import { fieldLabel } from "@/lib/variations/value-label";
import { useComposition } from "../composition-context";
import { useVariations } from "./variation-context";
import { useValueWords } from "./words";

/** The grid that will be made, drawn small: a frame of the right shape a take, the values as heads. */
export function PlanGrid() {
  const t = useTranslations("variations");
  const { plan, count } = useVariations((state) => state.read);
  const fields = useComposition((state) => state.fields);
  // As text, so that only what shapes the frames draws them again.
  const shape = useComposition((state) =>
    JSON.stringify(Object.fromEntries(fields.flatMap(({ role, name }) => (role ? [[name, state.values[name]]] : [])))),
  );
  const words = useValueWords();
  if (!plan) return null;
  const grid = gridOfPlan(plan, count, fields.find(({ kind }) => kind === "seed")?.name);
  const base: JsonObject = JSON.parse(shape);
  const word = (name: string | undefined, value: JsonValue | undefined) =>
    value === undefined
      ? t("randomSeed")
      : words(
          fields.find((field) => field.name === name),
          value,
        );
  const frameOf = (row: JsonValue | undefined, column: JsonValue | undefined) =>
    planFrame(fields, {
      ...base,
      ...(grid.rowField && row !== undefined ? { [grid.rowField]: row } : {}),
      ...(grid.columnField && column !== undefined ? { [grid.columnField]: column } : {}),
    });
  return (
    <section
      aria-label={t("grid")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
      tabIndex={0}
      className="scrolls max-h-56 shrink-0 overflow-auto rounded bg-well p-2"
    >
      <p className="pb-1 text-quiet text-xs">
        {[grid.columnField, grid.rowField].flatMap((name) => (name ? [fieldLabel(fields, name)] : [])).join(" × ")}
      </p>
      <table className="border-separate border-spacing-1 text-quiet text-xs">
        <thead>
          <tr>
            {grid.rowField ? <td /> : null}
            {grid.columns.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: random seeds are told apart by their place alone.
              <th key={index} scope="col" className="max-w-28 truncate font-normal">
                {word(grid.columnField, value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr key={String(row)}>
              {grid.rowField ? (
                <th scope="row" className="max-w-28 truncate pr-1 text-left font-normal">
                  {word(grid.rowField, row)}
                </th>
              ) : null}
              {grid.columns.map((column, index) => {
                const { width, height } = frameOf(row, column);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <td key={index} className="text-center align-middle">
                    <span
                      className="inline-block rounded-sm border border-edge bg-stage align-middle"
                      style={{ aspectRatio: width / height, [width >= height ? "width" : "height"]: 36 }}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function gridOfPlan(plan: Plan, count: number, seedField: string | undefined): Grid {
  if (plan.kind === "sweep") return gridOf(plan.axes, count);
  if (!seedField || plan.kind === "seeds") return { ...gridOf([], count), columnField: seedField };
  return gridOf([{ field: seedField, values: plan.seeds }], count);
}
