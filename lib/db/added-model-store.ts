import type { Kysely } from "kysely";
import { z } from "zod";
import type { AddedModel, AddedModelStore } from "@/lib/import/ports";
import { CORRECTED_KINDS } from "@/lib/schema/corrected-kind";
import type { AddedModelRow, Database } from "./schema";

const jsonObject = z.record(z.string(), z.json());
/** What is written below; what is read is used as a model's file is, so that only its shape is asked for. */
const foundSchema: z.ZodType<AddedModel["found"]> = z.object({
  modelId: z.string(),
  name: z.string().exactOptional(),
  summary: z.string().exactOptional(),
  kind: z.enum(["video", "image", "audio"]).exactOptional(),
  inputSchema: jsonObject,
  example: jsonObject,
  derived: z.boolean(),
  price: z
    .object({ usd: z.number(), unit: z.enum(["second", "output"]), asOfMs: z.number().exactOptional() })
    .exactOptional(),
});
const correctionsSchema: z.ZodType<AddedModel["corrections"]> = z.object({
  name: z.string().optional(),
  kinds: z.record(z.string(), z.enum(CORRECTED_KINDS)).optional(),
});

/** Added models in the database. */
export function createAddedModelStore(db: Kysely<Database>): AddedModelStore {
  return {
    async list() {
      return (await db.selectFrom("added_models").selectAll().orderBy("id").execute()).map(addedFrom);
    },

    async put(added) {
      const row = rowOf(added);
      const { model, kinds, updated_at } = row;
      await db
        .insertInto("added_models")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ model, kinds, updated_at }))
        .execute();
    },

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom("added_models").where("id", "=", id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function addedFrom({ model, kinds, added_at, updated_at }: AddedModelRow): AddedModel {
  const found = foundSchema.parse(JSON.parse(model));
  return {
    found,
    corrections: correctionsSchema.parse(JSON.parse(kinds)),
    addedAtMs: added_at,
    updatedAtMs: updated_at,
  };
}

function rowOf({ found, corrections, addedAtMs, updatedAtMs }: AddedModel): AddedModelRow {
  const { modelId: id } = found;
  return {
    id,
    model: JSON.stringify(found),
    kinds: JSON.stringify(corrections),
    added_at: addedAtMs,
    updated_at: updatedAtMs,
  };
}
