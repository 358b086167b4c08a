import { describe, expect, it } from "vitest";
import { openClientBench } from "@/tests/support/upstream/client-bench";
import { countRequests } from "@/tests/support/upstream/ledger";
import type { Fault } from "@/tests/support/upstream/script";

const ID = "req-1";
const RUNNING = { json: { request_id: ID, status: "in_progress" } };
const VERBS = ["status", "result", "cancel"] as const;

/** One fault after the other, then a status that runs. */
async function readStatus(faults: Omit<Fault, "verb">[], options: Parameters<typeof openClientBench>[1] = {}) {
  const script = [...faults, { answer: RUNNING, times: 99 }].map((fault): Fault => ({ ...fault, verb: "status" }));
  const bench = await openClientBench({ faults: script }, options);
  const outcome = await bench.client.status(ID);
  return { outcome, ...bench, gets: countRequests(bench.server.ledger, "status") };
}

describe("a read that fails for the moment", () => {
  it.each<[string, Omit<Fault, "verb">]>([
    ["a 500", { answer: { status: 500, json: { error_code: 500001 } } }],
    ["a 502 in HTML", { answer: { status: 502, text: "<html>" } }],
    ["a 500001 inside a 200", { answer: { json: { error_code: 500001 } } }],
    ["a 408", { answer: { status: 408 } }],
    ["a 429 without Retry-After", { answer: { status: 429 } }],
    ["a 200 in HTML", { answer: { text: "<html>" } }],
    ["a 200 with an error and no status", { answer: { json: { error: "try later" } } }],
    ["an answer that breaks off", { answer: RUNNING, deliver: { how: "truncate" } }],
    ["a reset", { deliver: { how: "reset", after: "nothing" } }],
    ["an answer over 1 MB", { answer: { fillBytes: 3_000_000 } }],
  ])("is repeated after %s", async (_title, fault) => {
    const { outcome, gets, waits } = await readStatus([fault]);
    expect(outcome).toEqual({ kind: "running", word: "in_progress" });
    expect(gets).toBe(2);
    expect(waits).toEqual([300]);
  });

  it("is repeated after a time-out", async () => {
    const { outcome, gets } = await readStatus([{ deliver: { how: "hang" } }], { readMs: 150 });
    expect(outcome).toMatchObject({ kind: "running" });
    expect(gets).toBe(2);
  });

  it.each([
    [0, [150, 300]],
    [0.5, [225, 450]],
    [1, [300, 600]],
  ])("waits twice as long the second time, with jitter %d", async (random, expected) => {
    const { waits } = await readStatus([{ answer: { status: 503 }, times: 2 }], { random });
    expect(waits).toEqual(expected);
  });

  it("is given up after three tries, and says why", async () => {
    const { outcome, gets, waits } = await readStatus([
      { answer: { status: 503, json: { message: "Down" } }, times: 99 },
    ]);
    expect(outcome).toEqual({ kind: "unavailable", message: "HTTP 503: Down", rateLimited: false, answered: true });
    expect(gets).toBe(3);
    expect(waits).toHaveLength(2);
  });

  it.each<[string, number[]]>([
    ["2", [2_000]],
    ["0", [300]],
    ["5", [5_000]],
    ["Thu, 01 Jan 1970 00:00:03 GMT", [3_000]],
    ["garbage", [300]],
  ])("waits as long as Retry-After %s says", async (header, expected) => {
    const { outcome, waits } = await readStatus([{ answer: { status: 429, headers: { "retry-after": header } } }]);
    expect(outcome).toMatchObject({ kind: "running" });
    expect(waits).toEqual(expected);
  });

  it.each([
    [429, "60", 60_000, true],
    [429, "86400", 300_000, true],
    [503, "60", 60_000, false],
  ])("hands a long wait to the caller: %d with Retry-After %s", async (status, header, retryAfterMs, rateLimited) => {
    const { outcome, gets, waits } = await readStatus([{ answer: { status, headers: { "retry-after": header } } }]);
    expect(outcome).toEqual({
      kind: "unavailable",
      message: `HTTP ${status}`,
      retryAfterMs,
      rateLimited,
      answered: true,
    });
    expect(gets).toBe(1);
    expect(waits).toEqual([]);
  });

  it.each(VERBS)("is repeated for %s, which changes nothing the second time", async (verb) => {
    const { client, server } = await openClientBench({
      faults: [{ verb, times: 9, deliver: { how: "reset", after: "nothing" } }],
    });
    const outcome = await client[verb](ID);
    expect(outcome).toMatchObject({ kind: "unavailable", rateLimited: false });
    expect(outcome).not.toHaveProperty("answered");
    expect(countRequests(server.ledger, verb)).toBe(3);
  });
});

describe("a read that repeating does not help", () => {
  it.each([
    [401, { error_code: 401001, error_message: "Bad key" }, "HTTP 401, 401001: Bad key"],
    [403, { error_code: 403001, error_message: "Not yours" }, "HTTP 403, 403001: Not yours"],
    [404, { detail: "Not Found" }, "HTTP 404: Not Found"],
    [400, { error_code: 400001 }, "HTTP 400, 400001"],
    [302, {}, "HTTP 302"],
    [200, { error_code: 403001 }, "HTTP 200, 403001"],
  ])("leaves the job as it is after %d %j", async (status, json, message) => {
    for (const verb of VERBS) {
      const { client, server, waits } = await openClientBench({ faults: [{ verb, answer: { status, json } }] });
      expect(await client[verb](ID)).toEqual({ kind: "unavailable", message, rateLimited: false, answered: true });
      expect(server.ledger.requests).toHaveLength(1);
      expect(waits).toEqual([]);
    }
  });

  it.each([
    [404, { error_code: 404001, error_message: "Expired" }],
    [200, { error_code: "404001", error_message: "Expired" }],
  ])("knows by the code that the request is gone: %d %j", async (status, json) => {
    for (const verb of VERBS) {
      const { client, server } = await openClientBench({ faults: [{ verb, answer: { status, json } }] });
      expect(await client[verb](ID)).toEqual({ kind: "gone", message: "Expired" });
      expect(server.ledger.requests).toHaveLength(1);
    }
  });

  it("keeps a job when a proxy answers 404 in HTML", async () => {
    const { outcome, gets } = await readStatus([{ answer: { status: 404, text: "<html>nginx</html>" } }]);
    expect(outcome).toEqual({ kind: "unavailable", message: "HTTP 404", rateLimited: false, answered: true });
    expect(gets).toBe(1);
  });

  it.each(VERBS)("rejects an id that the service cannot have given: %s", async (verb) => {
    const { client } = await openClientBench();
    await expect(client[verb]("../models")).rejects.toThrow(TypeError);
  });
});
