import { accessSync, constants } from "node:fs";
import Libsql from "libsql";
import { z } from "zod";
import type { Finding, PatientRows } from "@/lib/backup/ports";
import { isClosedDatabase } from "./closed-database";
import { MIGRATIONS } from "./migrations/all";

const BUSY_TIMEOUT_MS = 30_000;

const ASSETS = `
  select assets.id, assets.file_key, assets.bytes, assets.sha256, assets.poster_key,
    json_extract(assets.sprite, '$.key') as sprite_key,
    (select job_outputs.job_id from job_outputs where job_outputs.asset_id = assets.id limit 1) as job_id,
    assets.origin = 'output'
      and not exists (select 1 from job_outputs where job_outputs.asset_id = assets.id)
      and not exists (select 1 from job_references where job_references.asset_id = assets.id) as is_unnamed
  from assets`;
const assetSchema = z.object({
  id: z.string(),
  file_key: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  poster_key: z.string().nullable(),
  sprite_key: z.string().nullable(),
  job_id: z.string().nullable(),
  is_unnamed: z.number(),
});
const leaseSchema = z.object({ id: z.string(), lease_owner: z.string(), lease_until: z.number() });
const brokenSchema = z.object({ table: z.string(), parent: z.string() });

/**
 * The existing database at `path`; it is not brought up to date.
 * @throws Error with a `code` where it cannot be read: also from `check`, where that is because of a file beside it
 */
export function openPatientRows({ path }: { path: string }): PatientRows & { close(): void } {
  accessSync(path, constants.R_OK);
  const database = new Libsql(path);
  const all = <T>(schema: z.ZodType<T>, sql: string) => z.array(schema).parse(database.prepare(sql).all());

  return {
    check() {
      try {
        database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
        const faults = all(z.object({ integrity_check: z.string() }), "pragma integrity_check(10)");
        const damage = faults.filter(({ integrity_check: fault }) => fault !== "ok");
        if (damage.length > 0)
          return damage.map((fault) => ({ kind: "damagedDatabase", reason: fault.integrity_check }));
        const names = all(z.object({ name: z.string() }), "select name from migrations order by name").map(
          ({ name }) => name,
        );
        const strange = names.find((name, index) => MIGRATIONS[index]?.name !== name) ?? MIGRATIONS[names.length]?.name;
        if (strange !== undefined) return [{ kind: "otherSchema", name: strange }];
        return brokenReferences(all(brokenSchema, "pragma foreign_key_check"));
      } catch (error) {
        if (isClosedDatabase(error)) throw error;
        return [{ kind: "damagedDatabase", reason: error instanceof Error ? error.message : String(error) }];
      }
    },

    read: () => ({
      assets: all(assetSchema, ASSETS).map((row) => ({
        id: row.id,
        fileKey: row.file_key,
        bytes: row.bytes,
        sha256: row.sha256,
        ...(row.poster_key !== null && { posterKey: row.poster_key }),
        ...(row.sprite_key !== null && { spriteKey: row.sprite_key }),
        ...(row.job_id !== null && { jobId: row.job_id }),
        isUnnamed: row.is_unnamed === 1,
      })),
      keysToRemove: all(z.object({ file_key: z.string() }), "select file_key from files_to_remove").map(
        (row) => row.file_key,
      ),
      leases: all(
        leaseSchema,
        "select id, lease_owner, lease_until from jobs where lease_owner is not null and lease_until is not null",
      ).map((row) => ({ jobId: row.id, owner: row.lease_owner, untilMs: row.lease_until })),
    }),

    forgetPicture(assetId, picture, key) {
      const sql =
        picture === "poster"
          ? "update assets set poster_key = null, picture_bytes = null where id = ? and poster_key = ?"
          : "update assets set sprite = null, picture_bytes = null where id = ? and json_extract(sprite, '$.key') = ?";
      database.prepare(sql).run([assetId, key]);
    },

    dropLease({ jobId, owner, untilMs }) {
      const sql =
        "update jobs set lease_owner = null, lease_until = null where id = ? and lease_owner = ? and lease_until = ?";
      database.prepare(sql).run([jobId, owner, untilMs]);
    },

    close: () => void database.close(),
  };
}

function brokenReferences(rows: readonly z.infer<typeof brokenSchema>[]): Finding[] {
  const counts = new Map<string, { table: string; parent: string; count: number }>();
  for (const { table, parent } of rows) {
    const key = `${table} ${parent}`;
    counts.set(key, { table, parent, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map((broken) => ({ kind: "brokenReference", ...broken }));
}
