import type { CompiledQuery } from "kysely";
import { describe, expect, it } from "vitest";
import type { Direction } from "@/lib/lineage/ports";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { linkQuery } from "./lineage-store";

async function planOf(direction: Direction): Promise<string> {
  const { db } = await temporaryDatabase();
  const { sql, parameters } = linkQuery(db, ["a", "b"], direction).limit(9).compile();
  const plan: CompiledQuery<{ detail: string }> = {
    ...{ sql: `explain query plan ${sql}`, parameters, query: { kind: "RawNode", sqlFragments: [], parameters: [] } },
    queryId: { queryId: "plan" },
  };
  return (await db.executeQuery(plan)).rows.map(({ detail }) => detail).join("\n");
}

describe("links between takes", () => {
  it.each<[Direction, RegExp[]]>([
    ["older", [/job_parents USING .*sqlite_autoindex_job_parents_1/, /job_references USING .*autoindex/]],
    ["newer", [/job_parents_by_parent/, /assets_by_take/, /job_references_by_asset/]],
  ])("to %s takes are read by their indexes", async (direction, indexes) => {
    const plan = await planOf(direction);
    for (const index of indexes) expect(plan).toMatch(index);
    expect(plan).not.toMatch(/SCAN (jobs|job_\w+|assets)\b/);
  });
});
