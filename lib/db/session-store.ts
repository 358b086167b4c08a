import type { Kysely } from "kysely";
import { OWNER } from "@/lib/access/owner";
import type { AccessStore, Session } from "@/lib/access/ports";
import type { SessionWord } from "@/lib/access/session-word";
import type { Database, SessionRow, SessionWordRow } from "./schema";

type SessionStore = Pick<
  AccessStore,
  "addSession" | "sessionByWord" | "noteFirstUse" | "giveWord" | "listSessions" | "noteSessionUse" | "endSession"
>;

/** Sessions of browsers, and the words that their cookies have held. */
export function createSessionStore(db: Kysely<Database>): SessionStore {
  return {
    addSession: (session, wordHash, { begunBefore, usedBefore }) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom("sessions")
          .where((eb) => eb.or([eb("created_at", "<=", begunBefore), eb("last_used_at", "<=", usedBefore)]))
          .execute();
        const { id, agent, createdAtMs, lastUsedAtMs } = session;
        const row = { id, owner_id: OWNER, agent, created_at: createdAtMs, last_used_at: lastUsedAtMs };
        await transaction.insertInto("sessions").values(row).execute();
        await addSessionWord(transaction, id, { hash: wordHash, givenAtMs: createdAtMs });
      }),

    async sessionByWord(hash) {
      const row = await sessionWithWord(db, hash);
      return row && { session: sessionFrom(row), word: wordFrom(row) };
    },

    noteFirstUse: (hash, atMs) =>
      db.transaction().execute(async (transaction) => {
        const row = await sessionWithWord(transaction, hash);
        if (!row || row.used_at !== null) return;
        await transaction
          .updateTable("session_words")
          .set({ replaced_at: atMs })
          .where("session_id", "=", row.id)
          .where("replaced_at", "is", null)
          .where("word_hash", "!=", hash)
          .execute();
        await transaction.updateTable("session_words").set({ used_at: atMs }).where("word_hash", "=", hash).execute();
      }),

    giveWord: (word, { after, lostBefore }) =>
      db.transaction().execute(async (transaction) => {
        const row = await sessionWithWord(transaction, after);
        if (!row || row.replaced_at !== null) return undefined;
        const unused = transaction
          .selectFrom("session_words")
          .select("word_hash")
          .where("session_id", "=", row.id)
          .where("used_at", "is", null);
        if (await unused.where("given_at", ">", lostBefore).executeTakeFirst()) return undefined;
        await transaction.deleteFrom("session_words").where("word_hash", "in", unused).execute();
        await addSessionWord(transaction, row.id, word);
        return sessionFrom(row);
      }),

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
  };
}

function sessionWithWord(db: Kysely<Database>, hash: string) {
  return db
    .selectFrom("session_words")
    .innerJoin("sessions", "sessions.id", "session_words.session_id")
    .selectAll()
    .where("word_hash", "=", hash)
    .executeTakeFirst();
}

async function addSessionWord(db: Kysely<Database>, sessionId: string, { hash, givenAtMs }: SessionWord) {
  const times = { given_at: givenAtMs, used_at: null, replaced_at: null };
  await db
    .insertInto("session_words")
    .values({ word_hash: hash, session_id: sessionId, ...times })
    .execute();
}

function sessionFrom({ id, agent, created_at, last_used_at }: SessionRow): Session {
  return { id, agent, createdAtMs: created_at, lastUsedAtMs: last_used_at };
}

function wordFrom({ word_hash, given_at, used_at, replaced_at }: SessionWordRow): SessionWord {
  return {
    hash: word_hash,
    givenAtMs: given_at,
    ...(used_at !== null && { usedAtMs: used_at }),
    ...(replaced_at !== null && { replacedAtMs: replaced_at }),
  };
}
