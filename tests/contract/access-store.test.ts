import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EVERYBODY, LIMIT_BY_ALL, LIMIT_BY_CALLER } from "@/lib/access/guesses";
import type { ApiToken, Session } from "@/lib/access/ports";
import { hashToken } from "@/lib/access/secrets";
import type { SessionWord } from "@/lib/access/session-word";
import { createAccessStore } from "@/lib/db/access-store";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

const NOW = 1_790_000_000_123;
const LIMITS = [
  { who: "a", limit: LIMIT_BY_CALLER },
  { who: EVERYBODY, limit: LIMIT_BY_ALL },
];

const session = (id: string, over: Partial<Session> = {}): Session => ({
  id,
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
const given = (hash: string, givenAtMs = NOW): SessionWord => ({ hash, givenAtMs });
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
    await store.addSession(session("one"), "first", NEVER);
    expect(await store.sessionByWord("first")).toEqual({ session: session("one"), word: given("first") });
    expect(await store.sessionByWord("one")).toBeUndefined();
    expect(await store.endSession("one")).toBe(true);
    expect(await store.endSession("one")).toBe(false);
    expect(await store.sessionByWord("first")).toBeUndefined();
  });

  it("is given one new word at a time, which replaces the others when it comes back", async () => {
    const { store } = await open();
    await store.addSession(session("one"), "first", NEVER);
    await store.noteFirstUse("first", NOW + 1);
    const give = (hash: string, atMs: number) =>
      store.giveWord(given(hash, atMs), { after: "first", lostBefore: atMs - 10 });
    const answers = await Promise.all(["a", "b", "c"].map((hash) => give(hash, NOW + 100)));
    expect(answers).toEqual([session("one"), undefined, undefined]);
    expect(await give("d", NOW + 109)).toBeUndefined();
    expect(await give("e", NOW + 110)).toEqual(session("one"));
    expect(await store.sessionByWord("a")).toBeUndefined();
    await store.noteFirstUse("e", NOW + 120);
    await store.noteFirstUse("e", NOW + 130);
    expect((await store.sessionByWord("first"))?.word).toMatchObject({ usedAtMs: NOW + 1, replacedAtMs: NOW + 120 });
    expect((await store.sessionByWord("e"))?.word).toEqual({ ...given("e", NOW + 110), usedAtMs: NOW + 120 });
    expect(await give("f", NOW + 1_000)).toBeUndefined();
  });

  it("ends all sessions with another password", async () => {
    const { store, again } = await open();
    expect(await store.passwordHash()).toBeUndefined();
    await store.addSession(session("one"), "first", NEVER);
    await store.changePassword("hash");
    expect(await again().passwordHash()).toBe("hash");
    expect([await store.listSessions(), await store.sessionByWord("first")]).toEqual([[], undefined]);
  });

  it("forgets ended sessions when one begins, and lists the last used first", async () => {
    const { store } = await open();
    await store.addSession(session("begun early", { createdAtMs: NOW - 100 }), "1", NEVER);
    await store.addSession(session("not used", { lastUsedAtMs: NOW - 50 }), "2", NEVER);
    await store.addSession(session("used"), "3", NEVER);
    await store.noteSessionUse("used", NOW + 1);
    await store.addSession(session("new"), "4", { begunBefore: NOW - 100, usedBefore: NOW - 50 });
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
    await store.addSession(session("s"), hashToken("session-marker"), NEVER);
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
    await store.forgiveGuesses("a", true);
    expect(await store.takeGuess(LIMITS, NOW)).toBe(0);
  });

  it("takes back no guess of a stranger for a caller that was counted by itself", async () => {
    const { store } = await open();
    const forAll = [{ who: EVERYBODY, limit: LIMIT_BY_CALLER }];
    for (let count = 0; count < LIMIT_BY_CALLER.free; count++) await store.takeGuess(forAll, NOW);
    await store.forgiveGuesses("a", false);
    expect(await store.takeGuess(forAll, NOW)).toBe(LIMIT_BY_CALLER.firstWaitMs);
  });
});
