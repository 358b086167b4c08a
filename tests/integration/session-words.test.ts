import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/access/secret";
import { createAccessStore } from "@/lib/db/access-store";
import { createAccessService } from "@/lib/server/access-service";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PASSWORD = "open sesame, please";

/** The service over a real database, with a clock that the test turns; `opened` is the studio after a restart. */
async function withClock() {
  const clock = { ms: 1_790_000_000_000 };
  const stolen: string[] = [];
  const { db } = await temporaryDatabase();
  const opened = (password: string | undefined) =>
    createAccessService({
      store: createAccessStore(db),
      settings: {
        host: "0.0.0.0",
        ...(password === undefined
          ? { proxySecret: new Secret("a-proxy-that-is-trusted") }
          : { password: new Secret(password) }),
      },
      now: () => clock.ms,
      random: randomBytes,
      newId: randomUUID,
      onStolen: (id) => stolen.push(id),
    });
  const access = opened(PASSWORD);
  const signIn = async () => {
    const signedIn = await access.signIn(PASSWORD, new Headers());
    if (signedIn.kind !== "session") throw new Error(signedIn.kind);
    return signedIn.word;
  };
  const by = (word: string) => access.identify(asCookie(word));
  const exchange = (word: string) => access.exchange(asCookie(word));
  return { clock, stolen, opened, access, signIn, by, exchange };
}

const asCookie = (word: string) => new Headers({ cookie: `dailies_session=${word}` });

describe("the word of a session", () => {
  it("is exchanged after a day, and not before", async () => {
    const { clock, signIn, by } = await withClock();
    const word = await signIn();
    clock.ms += DAY_MS - 1;
    expect(await by(word)).toMatchObject({ kind: "session", isWordDue: false });
    clock.ms += 1;
    expect(await by(word)).toMatchObject({ kind: "session", isWordDue: true });
  });

  it("is exchanged once for all requests of the moment, and the one before goes on for two minutes", async () => {
    const { clock, stolen, signIn, by, exchange } = await withClock();
    const first = await signIn();
    clock.ms += DAY_MS;
    await by(first);
    const given = (await Promise.all(Array.from({ length: 8 }, () => exchange(first)))).filter((one) => one);
    expect(given).toHaveLength(1);
    const second = given[0]?.word ?? "";
    const visitors = await Promise.all([second, first, second, first].map(by));
    expect(new Set(visitors.map((visitor) => visitor?.kind === "session" && visitor.id)).size).toBe(1);
    expect(await exchange(first)).toBeUndefined();
    clock.ms += 2 * MINUTE_MS - 1;
    expect(await by(first)).toMatchObject({ kind: "session" });
    expect(stolen).toEqual([]);
  });

  it("is refused after that, and ends its session when it comes back after an hour: somebody else has it", async () => {
    const { clock, stolen, access, signIn, by, exchange } = await withClock();
    const first = await signIn();
    const other = await signIn();
    clock.ms += DAY_MS;
    const visitor = await by(first);
    const second = (await exchange(first))?.word ?? "";
    await by(second);
    clock.ms += 2 * MINUTE_MS;
    // It may have been under way for so long: it opens nothing, and ends nothing.
    expect([await by(first), stolen]).toEqual([undefined, []]);
    expect(await by(second)).toMatchObject({ kind: "session" });
    clock.ms += 58 * MINUTE_MS;
    expect(await by(first)).toBeUndefined();
    expect(await by(second)).toBeUndefined();
    expect(stolen).toEqual([visitor?.kind === "session" && visitor.id]);
    expect(await by(other)).toMatchObject({ kind: "session" });
    expect(await access.listSessions({ kind: "open" })).toHaveLength(1);
  });

  it("stays good while the new one has not come back, and another one is given instead", async () => {
    const { clock, stolen, signIn, by, exchange } = await withClock();
    const first = await signIn();
    clock.ms += DAY_MS;
    await by(first);
    const lost = (await exchange(first))?.word ?? "";
    clock.ms += 3 * DAY_MS;
    expect(await by(first)).toMatchObject({ kind: "session", isWordDue: true });
    const next = (await exchange(first))?.word ?? "";
    expect(await by(lost)).toBeUndefined();
    expect(await by(next)).toMatchObject({ kind: "session", isWordDue: false });
    expect(stolen).toEqual([]);
  });

  it("is known as an old one however many came after it", async () => {
    const { clock, stolen, signIn, by, exchange } = await withClock();
    const first = await signIn();
    let word = first;
    for (let day = 0; day < 3; day++) {
      clock.ms += DAY_MS;
      await by(word);
      word = (await exchange(word))?.word ?? "";
      await by(word);
    }
    clock.ms += DAY_MS;
    await by(first);
    expect([stolen.length, await by(word)]).toEqual([1, undefined]);
  });

  it("is exchanged for no longer than its session lasts", async () => {
    const { clock, signIn, by, exchange } = await withClock();
    let word = await signIn();
    for (let day = 1; day < 30; day++) {
      clock.ms += DAY_MS;
      expect(await by(word)).toBeDefined();
      const given = await exchange(word);
      expect(given?.forMs).toBe((30 - day) * DAY_MS);
      word = given?.word ?? "";
      await by(word);
    }
    clock.ms += DAY_MS;
    expect(await by(word)).toBeUndefined();
  });

  it("opens nothing after seven days without use, nor after signing out", async () => {
    const { clock, access, signIn, by, exchange } = await withClock();
    const [unused, out] = [await signIn(), await signIn()];
    const visitor = await by(out);
    if (visitor) await access.signOut(visitor);
    expect([await by(out), await exchange(out)]).toEqual([undefined, undefined]);
    clock.ms += 7 * DAY_MS - 1;
    expect(await by(unused)).toBeDefined();
    clock.ms += 7 * DAY_MS;
    expect(await by(unused)).toBeUndefined();
  });
});

describe("another password", () => {
  it.each([
    ["ends all sessions", "another one", false],
    ["does so where none is left but a proxy", undefined, false],
    ["is what it is not after a mere restart", PASSWORD, true],
  ])("%s", async (_title, password, goesOn) => {
    const { opened, signIn } = await withClock();
    const words = [await signIn(), await signIn()];
    const after = opened(password);
    const known = await Promise.all(words.map((word) => after.identify(asCookie(word))));
    expect(known.map((visitor) => visitor !== undefined)).toEqual([goesOn, goesOn]);
    expect(await after.listSessions({ kind: "open" })).toHaveLength(goesOn ? 2 : 0);
  });
});
