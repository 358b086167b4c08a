import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EVERYBODY, LIMIT_BY_ALL, LIMIT_BY_CALLER } from "@/lib/access/guesses";
import type { ApiToken, Session } from "@/lib/access/ports";
import { hashToken } from "@/lib/access/secrets";
import { createAccessStore } from "@/lib/db/access-store";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

const NOW = 1_790_000_000_123;
const LIMITS = [
  { who: "a", limit: LIMIT_BY_CALLER },
  { who: EVERYBODY, limit: LIMIT_BY_ALL },
];

const session = (id: string, over: Partial<Session> = {}): Session => ({
  id,
  tokenHash: hashToken(id),
  agent: "A browser",
  createdAtMs: NOW,
  lastUsedAtMs: NOW,
  ...over,
});
const token = (id: string, over: Partial<ApiToken> = {}): ApiToken => ({
  id,
  name: `Token ${id}`,
  tokenHash: hashToken(id),
  scope: "read",
  createdAtMs: NOW,
  ...over,
});
const NEVER = { begunBefore: 0, usedBefore: 0 };

/** One entry per adapter of the port. */
const adapters = [
  {
    name: "SQLite",
    async open() {
      const { db, folder } = await temporaryDatabase();
      return { store: createAccessStore(db), again: () => createAccessStore(db), folder };
    },
  },
];

describe.each(adapters)("who may come in, in $name", ({ open }) => {
  it("is a session by its word until it is ended", async () => {
    const { store } = await open();
    await store.addSession(session("one"), NEVER);
    expect(await store.sessionByHash(hashToken("one"))).toEqual(session("one"));
    expect(await store.sessionByHash("one")).toBeUndefined();
    expect(await store.endSession("one")).toBe(true);
    expect(await store.endSession("one")).toBe(false);
    expect(await store.sessionByHash(hashToken("one"))).toBeUndefined();
  });

  it("forgets ended sessions when one begins, and lists the last used first", async () => {
    const { store } = await open();
    await store.addSession(session("begun early", { createdAtMs: NOW - 100 }), NEVER);
    await store.addSession(session("not used", { lastUsedAtMs: NOW - 50 }), NEVER);
    await store.addSession(session("used"), NEVER);
    await store.noteSessionUse("used", NOW + 1);
    await store.addSession(session("new"), { begunBefore: NOW - 100, usedBefore: NOW - 50 });
    expect((await store.listSessions()).map(({ id, lastUsedAtMs }) => [id, lastUsedAtMs - NOW])).toEqual([
      ["used", 1],
      ["new", 0],
    ]);
  });

  it("is a token by its word until it is removed", async () => {
    const { store } = await open();
    await store.addToken(token("one", { scope: "submit" }));
    await store.addToken(token("two", { createdAtMs: NOW + 1 }));
    await store.noteTokenUse("one", NOW + 5);
    expect(await store.tokenByHash(hashToken("one"))).toEqual(token("one", { scope: "submit", lastUsedAtMs: NOW + 5 }));
    expect((await store.listTokens()).map(({ id }) => id)).toEqual(["two", "one"]);
    expect(await store.removeToken("one")).toBe(true);
    expect(await store.tokenByHash(hashToken("one"))).toBeUndefined();
    expect(await store.removeToken("one")).toBe(false);
  });

  it("keeps no word in the file", async () => {
    const { store, folder } = await open();
    await store.addSession(session("session-marker", { id: "s" }), NEVER);
    await store.addToken(token("token-marker", { id: "t", name: "n" }));
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "latin1")));
    expect(files.join("")).toContain(hashToken("token-marker"));
    for (const word of ["session-marker", "token-marker"]) expect(files.join("")).not.toContain(word);
  });

  it("counts guesses of a caller over restarts, and of all that come at once", async () => {
    const { store, again } = await open();
    const waits = await Promise.all(Array.from({ length: 6 }, () => store.takeGuess(LIMITS, NOW)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(LIMIT_BY_CALLER.free);
    expect(await again().takeGuess(LIMITS, NOW)).toBe(LIMIT_BY_CALLER.firstWaitMs);
    expect(await store.takeGuess([{ who: "b", limit: LIMIT_BY_CALLER }], NOW)).toBe(0);
  });

  it("forgives a caller who knew it in the end", async () => {
    const { store } = await open();
    for (let count = 0; count < LIMIT_BY_CALLER.free; count++) await store.takeGuess(LIMITS, NOW);
    await store.forgiveGuesses("a");
    expect(await store.takeGuess(LIMITS, NOW)).toBe(0);
  });
});
