import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queuedRequest } from "@/tests/support/sandbox/request";
import { Ledger } from "./ledger";
import { cancelled, finished, started } from "./request";
import { createRequestStore, type RequestStore } from "./request-store";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dailies-ledger-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = async (facts: Partial<RequestStore> = {}) => {
  const store = { ...createRequestStore(folder), ...facts };
  const ledger = new Ledger({ store, nowMs: () => 5_000, onFailure: () => {} });
  await ledger.load();
  return { store, ledger };
};
const refusing = () => Promise.reject(new Error("no space"));
const running = started(queuedRequest(), 1_000);
const done = finished(running, { status: "succeeded", output: "none" }, 2_000);

describe("the ledger", () => {
  it("shows a new request only once it is on disk", async () => {
    const { ledger, store } = await open();
    const adding = ledger.add(queuedRequest(), {});
    expect(ledger.all()).toEqual([]);
    await adding;
    expect([await ledger.find("r1"), await store.read("r1")]).toEqual([queuedRequest(), queuedRequest()]);
  });

  it("shows an end only once it is on disk", async () => {
    const { ledger, store } = await open();
    await ledger.add(queuedRequest(), {});
    await ledger.begin(running);
    const ending = ledger.end(done);
    expect(await ledger.find("r1")).toEqual(running);
    await ending;
    expect([await ledger.find("r1"), await store.read("r1")]).toEqual([done, done]);
  });

  it("cancels at once, so that nothing else can begin", async () => {
    const { ledger, store } = await open();
    await ledger.add(queuedRequest(), {});
    const cancelling = ledger.cancel("r1");
    expect(ledger.all()).toEqual([cancelled(queuedRequest(), 5_000)]);
    expect(await ledger.cancel("r1")).toBe(false);
    expect(await cancelling).toBe(true);
    expect(await store.read("r1")).toMatchObject({ status: "cancelled" });
  });

  it("leaves a request queued where its cancelling cannot be stored", async () => {
    await (await open()).ledger.add(queuedRequest(), {});
    const { ledger } = await open({ save: refusing });
    await expect(ledger.cancel("r1")).rejects.toThrow("no space");
    expect(await ledger.find("r1")).toEqual(queuedRequest());
  });

  it("holds to an end that cannot be stored, and says so", async () => {
    await (await open()).ledger.add(queuedRequest(), {});
    const { ledger } = await open({ save: refusing });
    await expect(ledger.end(done)).rejects.toThrow("no space");
    expect(await ledger.find("r1")).toEqual(done);
  });

  it("knows of a request that another process has put into the folder", async () => {
    const { ledger } = await open();
    await (await open()).ledger.add(queuedRequest(), {});
    expect(await ledger.find("r1")).toEqual(queuedRequest());
    expect(await ledger.cancel("r1")).toBe(false);
  });

  it("counts on from the highest number there is", async () => {
    await (await open()).ledger.add(queuedRequest({ sequence: 41 }), {});
    const { ledger } = await open();
    expect([ledger.nextSequence(), ledger.nextSequence()]).toEqual([42, 43]);
  });

  it("reads its folder again after a reading that failed", async () => {
    let isBroken = true;
    const store = createRequestStore(folder);
    const readAll = () => (isBroken ? refusing() : store.readAll());
    const ledger = new Ledger({ store: { ...store, readAll }, nowMs: () => 0, onFailure: () => {} });
    await expect(ledger.load()).rejects.toThrow("no space");
    isBroken = false;
    await expect(ledger.load()).resolves.toBeUndefined();
  });
});
