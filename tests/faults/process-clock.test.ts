import { join } from "node:path";
import Libsql from "libsql";
import { describe, expect, it, vi } from "vitest";
import { type FaultBench, openFaultBench } from "@/tests/support/faults/bench";
import { START_MS } from "@/tests/support/jobs/job";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import type { Fault } from "@/tests/support/upstream/script";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Every job of this file ends within it, wherever the clock is set: the longest look ahead is due now. */
const SOON = { stepMs: 1_000, forMs: 2 * MINUTE_MS };

const MOVES: [string, number][] = [
  ["back by an hour", START_MS - HOUR_MS],
  ["back by a day", START_MS - DAY_MS],
  ["back to 1970", MINUTE_MS],
  ["forward by a month", START_MS + 30 * DAY_MS],
];

const set = (toMs: number) => void vi.setSystemTime(toMs);

describe.each(MOVES)("a clock that is set %s", (_how, toMs) => {
  it.each<[string, Fault[]]>([
    ["that runs", []],
    ["that the service asked to come again for", [{ verb: "status", answer: { status: 429, json: {} } }]],
    ["whose service does not answer", [{ verb: "status", times: 3, answer: { status: 500, json: {} } }]],
  ])("lets a job %s go on at once, and pays nothing again", async (_state, faults) => {
    const bench = await openFaultBench({ pace: { by: "polls", queued: 1, running: 1 }, faults });
    const { id } = await bench.send();
    await bench.elapse(0);
    set(toMs);
    expect((await bench.follow(id, SOON)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("sends a job that the service put off, once", async () => {
    const answer = { status: 429, json: {}, headers: { "retry-after": "60" } };
    const bench = await openFaultBench({ faults: [{ verb: "submit", answer }] });
    const { id } = await bench.send();
    expect(await bench.read(id)).toMatchObject({ status: "waiting" });
    set(toMs);
    expect((await bench.follow(id, SOON)).status).toBe("succeeded");
    expect([bench.paid(), bench.count("submit")]).toEqual([1, 2]);
  });

  it("fetches an output again that did not come", async () => {
    const bench = await openFaultBench({ faults: [{ verb: "output", times: 4, answer: { status: 403, text: "" } }] });
    const { id } = await bench.send();
    for (let tries = 0; tries < 60 && bench.count("output") < 4; tries++) await bench.elapse(5_000);
    set(toMs);
    expect((await bench.follow(id, SOON)).status).toBe("succeeded");
    expect([bench.paid(), bench.count("output")]).toEqual([1, 5]);
  });

  it("leaves no job to a worker that has ended, and what it may have sent is not sent again", async () => {
    const { path: dataDir } = await temporaryFolder();
    const pace = { by: "polls" as const, queued: 3, running: 0 };
    const bench = await openFaultBench({ pace }, { DATA_DIR: dataDir });
    const [running, sending] = [await bench.send(), await bench.send()];
    const database = new Libsql(join(dataDir, "studio.db"));
    const hold = "update jobs set lease_owner = 'elsewhere 1 run', lease_until = ?, next_check_at = ?";
    database.prepare(`${hold} where id = ?`).run(START_MS + 30_000, START_MS, running.id);
    const submitting = `${hold}, status = 'submitting', request_id = null where id = ?`;
    database.prepare(submitting).run(START_MS + 2 * MINUTE_MS, START_MS + 2 * MINUTE_MS, sending.id);
    database.close();
    set(toMs);
    expect((await bench.follow(running.id, SOON)).status).toBe("succeeded");
    expect((await bench.follow(sending.id, SOON)).status).toBe("unconfirmed");
    expect(bench.paid()).toBe(2);
  });
});

describe("whoever is signed in", () => {
  const PASSWORD = "open sesame, please";

  async function openSignedIn() {
    const bench = await openFaultBench({}, { STUDIO_PASSWORD: PASSWORD });
    const form = new URLSearchParams({ password: PASSWORD, next: "/" });
    const signedIn = await fetch(new URL("/api/session", bench.url), {
      method: "POST",
      body: form,
      redirect: "manual",
    });
    const wordOf = (headers: Headers) => headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const ask = (cookie: string) => bench.call("GET", "/api/jobs", undefined, { cookie });
    return { cookie: wordOf(signedIn.headers), ask, wordOf };
  }

  it.each(MOVES.filter(([, toMs]) => toMs < START_MS))(
    "stays so where the clock is set %s, and no longer than ever",
    async (_how, toMs) => {
      const { cookie, ask } = await openSignedIn();
      set(toMs);
      expect((await ask(cookie)).status).toBe(200);
      set(START_MS + 30 * DAY_MS);
      expect((await ask(cookie)).status).toBe(401);
    },
  );

  it("is asked again where the clock is set forward by a month, and known again where it is put right", async () => {
    const { cookie, ask } = await openSignedIn();
    set(START_MS + 30 * DAY_MS);
    expect((await ask(cookie)).status).toBe(401);
    set(START_MS + MINUTE_MS);
    expect((await ask(cookie)).status).toBe(200);
  });

  it("stays so where the clock was ahead for a while, and a new word was given then", async () => {
    const { cookie, ask, wordOf } = await openSignedIn();
    set(START_MS + 3 * DAY_MS);
    const next = wordOf((await ask(cookie)).headers);
    expect([next === "" || next === cookie, (await ask(next)).status]).toEqual([false, 200]);
    set(START_MS + MINUTE_MS);
    expect((await ask(next)).status).toBe(200);
    set(START_MS + 4 * DAY_MS);
    expect((await ask(next)).status).toBe(200);
  });
});

describe("what ends at a moment goes by the clock as it is", () => {
  it("a link that has expired is dead, and opens again where the clock is put right", async () => {
    const bench = await openFaultBench();
    const { path } = await sharedFor(bench, DAY_MS);
    const open = async () => (await fetch(new URL(`${path}/data.json`, bench.url))).status;
    const opens = await open();
    set(START_MS + 30 * DAY_MS);
    expect([opens, await open()]).toEqual([200, 404]);
    set(START_MS - DAY_MS);
    expect(await open()).toBe(200);
  });

  it("the trash keeps what is in it where the clock is set back", async () => {
    const bench = await openFaultBench();
    const { id } = await bench.send();
    await bench.follow(id);
    await bench.call("DELETE", `/api/jobs/${id}`);
    set(MINUTE_MS);
    await bench.container.purgeExpired();
    expect((await bench.call("GET", "/api/trash")).body.jobs).toHaveLength(1);
  });
});

async function sharedFor(bench: FaultBench, forMs: number): Promise<{ path: string }> {
  const { id } = await bench.send();
  await bench.follow(id);
  const expires = new Date(Date.now() + forMs).toISOString();
  const { body } = await bench.call("POST", `/api/jobs/${id}/shares`, { expires });
  return { path: new URL(body.url).pathname };
}
