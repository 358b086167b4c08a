import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EVERYBODY, LIMIT_BY_CALLER } from "@/lib/access/guesses";
import { hashPassword, hashToken } from "@/lib/access/secrets";
import { createShareStore } from "@/lib/db/share-store";
import type { Share } from "@/lib/shares/share";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

const NOW = 1_790_000_000_123;

function makeShare(over: Partial<Share> = {}): Share {
  return {
    id: "share-1",
    tokenHash: hashToken("token-1"),
    jobIds: ["b", "a"],
    shown: { prompt: true, settings: false, references: false, download: true },
    createdAtMs: NOW,
    views: 0,
    ...over,
  };
}

/** One entry per adapter of the port. */
const adapters = [
  {
    name: "SQLite",
    async open() {
      const { db, folder } = await temporaryDatabase();
      return { store: createShareStore(db), again: () => createShareStore(db), folder };
    },
  },
];

describe.each(adapters)("shares in $name", ({ open }) => {
  it("are found by their token with all that they hold", async () => {
    const { store } = await open();
    const full = makeShare({ title: "夜", password: "scrypt$x", expiresAtMs: NOW + 1, lastUsedAtMs: NOW });
    const bare = makeShare({ id: "share-2", tokenHash: hashToken("token-2") });
    await store.insert(full);
    await store.insert(bare);
    expect(await store.byToken(hashToken("token-1"))).toEqual(full);
    expect(await store.byToken(hashToken("token-2"))).toEqual(bare);
    expect(await store.byToken(hashToken("token-3"))).toBeUndefined();
  });

  it("keep neither token nor password in the file", async () => {
    const { store, folder } = await open();
    const token = "t0ken-that-nobody-may-read";
    const password = await hashPassword("passw0rd-marker", () => new Uint8Array(16));
    await store.insert(makeShare({ tokenHash: hashToken(token), password }));
    await store.addTicket({ shareId: "share-1", ticketHash: hashToken("ticket-marker"), untilMs: NOW + 1 }, NOW);
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "latin1")));
    const everything = files.join("");
    expect(everything).toContain(hashToken(token));
    for (const secret of [token, "passw0rd-marker", "ticket-marker"]) expect(everything).not.toContain(secret);
  });

  it("are read newest first, from a place on", async () => {
    const { store } = await open();
    for (const [index, id] of ["a", "b", "c", "d"].entries()) {
      await store.insert(makeShare({ id, tokenHash: id, createdAtMs: NOW + Math.floor(index / 2) }));
    }
    const ids = async (after?: { createdAtMs: number; id: string }) =>
      (await store.page({ limit: 2, ...(after && { after }) })).map(({ id }) => id);
    expect(await ids()).toEqual(["d", "c"]);
    expect(await ids({ createdAtMs: NOW + 1, id: "c" })).toEqual(["b", "a"]);
    expect(await ids({ createdAtMs: NOW, id: "a" })).toEqual([]);
  });

  it("count views and keep the time of the last use", async () => {
    const { store } = await open();
    await store.insert(makeShare());
    await Promise.all([1, 2, 3].map((n) => store.noteUse("share-1", { atMs: NOW + n, isView: true })));
    await store.noteUse("share-1", { atMs: NOW + 9, isView: false });
    await store.noteUse("gone", { atMs: NOW, isView: true });
    expect(await store.byToken(hashToken("token-1"))).toMatchObject({ views: 3, lastUsedAtMs: NOW + 9 });
  });

  it("know a ticket until it ends, for its own share only", async () => {
    const { store } = await open();
    await store.insert(makeShare());
    await store.insert(makeShare({ id: "share-2", tokenHash: "other" }));
    await store.addTicket({ shareId: "share-1", ticketHash: "h", untilMs: NOW + 10 }, NOW);
    expect(await store.hasTicket({ shareId: "share-1", ticketHash: "h" }, NOW + 9)).toBe(true);
    expect(await store.hasTicket({ shareId: "share-1", ticketHash: "h" }, NOW + 10)).toBe(false);
    expect(await store.hasTicket({ shareId: "share-2", ticketHash: "h" }, NOW)).toBe(false);
  });

  it("limit guesses of a caller across restarts, and start anew after a right one", async () => {
    const { store, again } = await open();
    await store.insert(makeShare());
    const limits = (who: string) => [
      { who, limit: LIMIT_BY_CALLER },
      { who: EVERYBODY, limit: { free: 7, firstWaitMs: 1_000, longestWaitMs: 1_000 } },
    ];
    for (let n = 0; n < 5; n++) expect(await store.takeGuess("share-1", limits("a"), NOW)).toBe(0);
    expect(await again().takeGuess("share-1", limits("a"), NOW)).toBe(30_000);
    expect(await store.takeGuess("share-1", limits("b"), NOW)).toBe(0);
    await store.forgiveGuesses("share-1", "a");
    expect(await store.takeGuess("share-1", limits("a"), NOW)).toBe(0);
    expect(await store.takeGuess("share-1", limits("a"), NOW)).toBe(0);
    // Seven of everybody are counted: six and one, less the one that was right, and one more.
    expect(await store.takeGuess("share-1", limits("c"), NOW)).toBe(1_000);
  });

  it("go with their tickets and guesses, once", async () => {
    const { store } = await open();
    await store.insert(makeShare());
    await store.addTicket({ shareId: "share-1", ticketHash: "h", untilMs: NOW + 10 }, NOW);
    for (let n = 0; n < 5; n++) await store.takeGuess("share-1", [{ who: "a", limit: LIMIT_BY_CALLER }], NOW);
    expect(await store.remove("share-1")).toBe(true);
    expect(await store.remove("share-1")).toBe(false);
    expect(await store.byToken(hashToken("token-1"))).toBeUndefined();
    await store.insert(makeShare());
    expect(await store.hasTicket({ shareId: "share-1", ticketHash: "h" }, NOW)).toBe(false);
    expect(await store.takeGuess("share-1", [{ who: "a", limit: LIMIT_BY_CALLER }], NOW)).toBe(0);
  });
});
