"use client";
import { useTranslations } from "use-intl";
import type { Field } from "@/lib/schema/field";
import { gridOf } from "@/lib/variations/grid";
import { useAxisWords } from "./axis-words";
import { GroupCell } from "./group-cell";
import type { GroupTakes } from "./groups";

/** All takes of a group in rows and columns, headed by the values that differ. */
export function GroupGrid(props: { group: GroupTakes; fields: readonly Field[]; onChooseTake: (id: string) => void }) {
  const { group, jobs } = props.group;
  const t = useTranslations("groups");
  const words = useAxisWords();
  const grid = gridOf(group?.axes ?? [], jobs.length);
  const byPlace = new Map(jobs.map((job, index) => [job.groupPlace ?? index, job]));
  const head = "max-w-60 truncate px-1 pb-1 text-left font-normal text-white/75 text-xs";
  return (
    <table className="mx-auto border-separate border-spacing-1">
      <caption className="sr-only">{t("heads")}</caption>
      {grid.columnField === undefined ? null : (
        <thead>
          <tr>
            {grid.rowField ? <td /> : null}
            {grid.columns.map((value) => (
              <th key={JSON.stringify(value)} scope="col" className={head}>
                {value === undefined ? null : words(props.fields, grid.columnField ?? "", value)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {grid.rows.map((row, rowIndex) => (
          <tr key={JSON.stringify(row) ?? ""}>
            {grid.rowField && row !== undefined ? (
              <th scope="row" className={`${head} max-w-32 align-middle`}>
                {words(props.fields, grid.rowField, row)}
              </th>
            ) : null}
            {grid.columns.map((_, column) => {
              const place = rowIndex * grid.columns.length + column;
              const job = byPlace.get(place);
              return (
                <td key={place} className="align-middle">
                  {job ? (
                    <GroupCell
                      job={job}
                      name={t("place", { place: place + 1 })}
                      columns={grid.columns.length + (grid.rowField ? 1 : 0)}
                      onChoose={() => props.onChooseTake(job.id)}
                    />
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
