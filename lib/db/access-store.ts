import type { Kysely } from "kysely";
import { EVERYBODY } from "@/lib/access/guesses";
import type { AccessStore, ApiToken, Session } from "@/lib/access/ports";
import { SCOPES, type Scope } from "@/lib/access/visitor";
import { countGuesses } from "./count-guesses";
import type { ApiTokenRow, Database, SessionRow } from "./schema";

/** Sessions, tokens and guesses at the studio's password in the database. */
export function createAccessStore(db: Kysely<Database>): AccessStore {
  return {
    addSession: (session, { begunBefore, usedBefore }) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom("sessions")
          .where((eb) => eb.or([eb("created_at", "<=", begunBefore), eb("last_used_at", "<=", usedBefore)]))
          .execute();
        const { id, tokenHash, agent, createdAtMs, lastUsedAtMs } = session;
        const row = { id, token_hash: tokenHash, agent, created_at: createdAtMs, last_used_at: lastUsedAtMs };
        await transaction.insertInto("sessions").values(row).execute();
      }),

    async sessionByHash(tokenHash) {
      const row = await db.selectFrom("sessions").selectAll().where("token_hash", "=", tokenHash).executeTakeFirst();
      return row && sessionFrom(row);
    },

    async listSessions() {
      const rows = await db.selectFrom("sessions").selectAll().orderBy("last_used_at", "desc").orderBy("id").execute();
      return rows.map(sessionFrom);
    },

    async noteSessionUse(id, atMs) {
      await db.updateTable("sessions").set({ last_used_at: atMs }).where("id", "=", id).execute();
    },

    async endSession(id) {
      const { numDeletedRows } = await db.deleteFrom("sessions").where("id", "=", id).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async addToken({ id, name, tokenHash, scope, createdAtMs }) {
      const row = { id, name, token_hash: tokenHash, scope, created_at: createdAtMs, last_used_at: null };
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

    async forgiveGuesses(who) {
      await db.deleteFrom("sign_in_guesses").where("who", "=", who).execute();
      await db
        .updateTable("sign_in_guesses")
        .set((eb) => ({ count: eb("count", "-", 1) }))
        .where("who", "=", EVERYBODY)
        .where("count", ">", 0)
        .execute();
    },
  };
}

function sessionFrom({ id, token_hash, agent, created_at, last_used_at }: SessionRow): Session {
  return { id, tokenHash: token_hash, agent, createdAtMs: created_at, lastUsedAtMs: last_used_at };
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
