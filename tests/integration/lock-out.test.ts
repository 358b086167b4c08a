import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EVERYBODY, LIMIT_BY_ALL, LIMIT_BY_CALLER } from "@/lib/access/guesses";
import { Secret } from "@/lib/access/secret";
import type { SignedIn } from "@/lib/access/sign-in";
import { createAccessStore } from "@/lib/db/access-store";
import { createAccessService } from "@/lib/server/access-service";
import { browserCookie } from "@/lib/server/session-cookie";
import { START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

const PASSWORD = "open sesame, please";

async function open() {
  const { db } = await temporaryDatabase();
  const store = createAccessStore(db);
  const clock = { nowMs: START_MS };
  const serviceWith = (password: string) =>
    createAccessService({
      store,
      settings: { host: "0.0.0.0", password: new Secret(password) },
      now: () => clock.nowMs,
      random: randomBytes,
      newId: randomUUID,
      onStolen: () => {},
    });
  const service = serviceWith(PASSWORD);
  const tryFrom = (address: string, password: string, { browser = "", by = service } = {}) => {
    const cookie = browserCookie(browser, { secure: false }).split(";")[0] ?? "";
    return by.signIn(password, new Headers({ "x-forwarded-for": address, ...(browser && { cookie }) }));
  };
  return {
    clock,
    serviceWith,
    tryFrom,
    /** As many guesses as strangers have for nothing, each from another address, so that every next one waits. */
    async attack() {
      const limits = [{ who: EVERYBODY, limit: LIMIT_BY_ALL }];
      for (let n = 0; n < LIMIT_BY_ALL.free + 20; n++) {
        clock.nowMs += await store.takeGuess(limits, clock.nowMs);
        await store.takeGuess(limits, clock.nowMs);
      }
    },
  };
}

const browserOf = (signedIn: SignedIn) => (signedIn.kind === "session" ? signedIn.browser : "");

describe("while strangers guess from many addresses", () => {
  it("the owner signs in from a browser that did so before, and strangers wait", async () => {
    const { attack, tryFrom } = await open();
    const browser = browserOf(await tryFrom("192.0.2.1", PASSWORD));
    await attack();
    expect((await tryFrom("198.51.100.7", PASSWORD)).kind).toBe("wait");
    expect((await tryFrom("198.51.100.7", PASSWORD, { browser })).kind).toBe("session");
  });

  it("a browser is not known by a word that was made up, cut or of another password", async () => {
    const { attack, tryFrom, serviceWith } = await open();
    const good = browserOf(await tryFrom("192.0.2.1", PASSWORD));
    const other = browserOf(await tryFrom("192.0.2.2", "another password", { by: serviceWith("another password") }));
    await attack();
    for (const browser of [`x${good}`, good.slice(0, -2), good.split(".")[0], `${randomUUID()}.AAAA`, other]) {
      expect((await tryFrom("192.0.2.1", PASSWORD, { browser: browser ?? "" })).kind).toBe("wait");
    }
  });
});

describe("guesses by a known browser", () => {
  it("are bounded as those of an address, and leave every other one alone", async () => {
    const { tryFrom } = await open();
    const browser = browserOf(await tryFrom("192.0.2.1", PASSWORD));
    for (let n = 0; n < LIMIT_BY_CALLER.free; n++) {
      expect((await tryFrom(`192.0.2.${n}`, "wrong", { browser })).kind).toBe("wrong");
    }
    expect((await tryFrom("192.0.2.99", PASSWORD, { browser })).kind).toBe("wait");
    expect((await tryFrom("192.0.2.1", PASSWORD)).kind).toBe("session");
  });
});

it("of 50 guesses at the same moment no more are looked at than one after the other", async () => {
  const { tryFrom } = await open();
  const tries = await Promise.all(Array.from({ length: 50 }, () => tryFrom("192.0.2.1", "wrong")));
  expect(tries.filter(({ kind }) => kind === "wrong")).toHaveLength(LIMIT_BY_CALLER.free);
  expect(tries.filter(({ kind }) => kind === "wait")).toHaveLength(50 - LIMIT_BY_CALLER.free);
});
