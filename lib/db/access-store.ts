import type { Kysely } from "kysely";
import { EVERYBODY } from "@/lib/access/guesses";
import { OWNER } from "@/lib/access/owner";
import type { AccessStore, ApiToken } from "@/lib/access/ports";
import { SCOPES, type Scope } from "@/lib/access/visitor";
import { countGuesses } from "./count-guesses";
import type { ApiTokenRow, Database } from "./schema";
import { createSessionStore } from "./session-store";

/** The studio's password, sessions, tokens and guesses in the database. */
export function createAccessStore(db: Kysely<Database>): AccessStore {
  return {
    async passwordHash() {
      const user = await db.selectFrom("users").select("password_hash").where("id", "=", OWNER).executeTakeFirst();
      return user?.password_hash ?? undefined;
    },

    changePassword: (hash) =>
      db.transaction().execute(async (transaction) => {
        await transaction.updateTable("users").set({ password_hash: hash }).where("id", "=", OWNER).execute();
        await transaction.deleteFrom("sessions").where("owner_id", "=", OWNER).execute();
      }),

    ...createSessionStore(db),

    async addToken({ id, name, tokenHash, scope, createdAtMs }) {
      const row = {
        id,
        owner_id: OWNER,
        name,
        token_hash: tokenHash,
        scope,
        created_at: createdAtMs,
        last_used_at: null,
      };
      await db.insertInto("api_tokens").values(row).execute();
    },

    async tokenByHash(tokenHash) {
      const row = await db.selectFrom("api_tokens").selectAll().where("token_hash", "=", tokenHash).executeTakeFirst();
      return row && tokenFrom(row);
    },

    async listTokens() {
      const rows = await db.selectFrom("api_tokens").selectAll().orderBy("created_at", "desc").orderBy("id").execute();
      return rows.map(tokenFrom);
    },

    async noteTokenUse(id, atMs) {
      await db.updateTable("api_tokens").set({ last_used_at: atMs }).where("id", "=", id).execute();
    },

    async removeToken(id) {
      const { numDeletedRows } = await db.deleteFrom("api_tokens").where("id", "=", id).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    takeGuess: (limits, nowMs) =>
      db.transaction().execute(async (transaction) => {
        const names = limits.map(({ who }) => who);
        const rows = await transaction.selectFrom("sign_in_guesses").selectAll().where("who", "in", names).execute();
        const { waitMs, tallies } = countGuesses(rows, limits, nowMs);
        for (const { who, count, lastAtMs } of tallies) {
          await transaction
            .insertInto("sign_in_guesses")
            .values({ who, count, last_at: lastAtMs })
            .onConflict((conflict) => conflict.column("who").doUpdateSet({ count, last_at: lastAtMs }))
            .execute();
        }
        return waitMs;
      }),

    async forgiveGuesses(who, isCountedForAll) {
      await db.deleteFrom("sign_in_guesses").where("who", "=", who).execute();
      if (!isCountedForAll) return;
      await db
        .updateTable("sign_in_guesses")
        .set((eb) => ({ count: eb("count", "-", 1) }))
        .where("who", "=", EVERYBODY)
        .where("count", ">", 0)
        .execute();
    },
  };
}

function tokenFrom({ id, name, token_hash, scope, created_at, last_used_at }: ApiTokenRow): ApiToken {
  return {
    id,
    name,
    tokenHash: token_hash,
    scope: scopeFrom(scope),
    createdAtMs: created_at,
    ...(last_used_at !== null && { lastUsedAtMs: last_used_at }),
  };
}

/** A word that this version does not know allows the least. */
function scopeFrom(word: string): Scope {
  return SCOPES.find((scope) => scope === word) ?? "read";
}
