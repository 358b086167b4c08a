import type { Kysely } from "kysely";
import type { Model } from "@/lib/models/model";
import type { ModelVersionStore } from "@/lib/models/version";
import type { Database } from "./schema";

/** Versions of models in the database. */
export function createModelVersionStore(db: Kysely<Database>): ModelVersionStore {
  return {
    async keep(version, model) {
      await db
        .insertInto("model_versions")
        .values({ version, model_id: model.id, model: JSON.stringify(model) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async find(version) {
      const row = db.selectFrom("model_versions").select("model").where("version", "=", version);
      const found = await row.executeTakeFirst();
      // As it was written above: a model that was in use.
      return found && (JSON.parse(found.model) as Model);
    },
  };
}
