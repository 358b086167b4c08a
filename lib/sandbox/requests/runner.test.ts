import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LONG_QUEUE_MS, SLOW_EXTRA_MS } from "@/lib/sandbox/scenarios";
import { createManualTime, type ManualTime } from "@/tests/support/sandbox/manual-time";
import { queuedRequest } from "@/tests/support/sandbox/request";
import { until } from "@/tests/support/sandbox/until";
import { Ledger } from "./ledger";
import type { QueuedRequest } from "./request";
import { createRequestStore, type RequestStore } from "./request-store";
import { KEPT_MS } from "./retention";
import { type RenderWork, Runner } from "./runner";

let folder: string;
let time: ManualTime;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dailies-runner-"));
  time = createManualTime(0);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const instantly: RenderWork = (request, _input, file) => writeFile(file, `video of ${request.id}`);

/** A renderer that finishes when it is told to, and notes what it began. */
function heldBack() {
  const begun: string[] = [];
  const releases: (() => void)[] = [];
  const work: RenderWork = (request, _input, file, signal) =>
    new Promise((resolve, reject) => {
      begun.push(request.id);
      releases.push(() => resolve(writeFile(file, "video")));
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  return { begun, work, release: () => releases.shift()?.() };
}

async function open(work: RenderWork, options: { minRunMs?: number } = {}) {
  const failures: string[] = [];
  const onFailure = (event: string) => failures.push(event);
  const store = createRequestStore(folder);
  const ledger = new Ledger({ store, nowMs: time.nowMs, onFailure });
  const runner = new Runner({ ledger, store, time, work, minRunMs: options.minRunMs ?? 0, onFailure });
  await ledger.load();
  const status = async (id: string) => (await ledger.find(id))?.status;
  const add = async (facts: Partial<QueuedRequest>) => {
    await ledger.add(queuedRequest({ sequence: ledger.nextSequence(), ...facts }), { prompt: "A fox" });
    runner.look();
  };
  return { failures, store, ledger, runner, status, add };
}

const isEndedAs = async (sandbox: { status(id: string): Promise<string | undefined> }, id: string, status: string) =>
  (await sandbox.status(id)) === status;

describe("the runner", () => {
  it("holds a request in the queue until its wait is over, then renders it", async () => {
    const sandbox = await open(instantly);
    sandbox.runner.start();
    await sandbox.add({ id: "a", renderNotBeforeMs: 1_500 });
    time.advance(1_499);
    expect(await sandbox.status("a")).toBe("queued");
    time.advance(1);
    await until(() => isEndedAs(sandbox, "a", "succeeded"));
    expect(await readFile(sandbox.store.outputPath("a"), "utf8")).toBe("video of a");
    await sandbox.runner.stop();
  });

  it("renders one request at a time, in line", async () => {
    const renderer = heldBack();
    const sandbox = await open(renderer.work);
    sandbox.runner.start();
    for (const id of ["a", "b", "c"]) await sandbox.add({ id });
    await until(() => renderer.begun.length === 1);
    expect([await sandbox.status("a"), await sandbox.status("b")]).toEqual(["rendering", "queued"]);
    renderer.release();
    await until(() => renderer.begun.length === 2);
    expect(renderer.begun).toEqual(["a", "b"]);
    await sandbox.runner.stop();
  });

  it("passes over a cancelled request and does not cancel one in progress", async () => {
    const renderer = heldBack();
    const sandbox = await open(renderer.work);
    sandbox.runner.start();
    for (const id of ["a", "b", "c"]) await sandbox.add({ id });
    await until(() => renderer.begun.length === 1);
    expect(await sandbox.ledger.cancel("a")).toBe(false);
    expect(await sandbox.ledger.cancel("b")).toBe(true);
    renderer.release();
    await until(() => renderer.begun.length === 2);
    expect(renderer.begun).toEqual(["a", "c"]);
    expect(await sandbox.status("b")).toBe("cancelled");
    await sandbox.runner.stop();
  });

  it("fails a request whose render throws, and goes on with the next", async () => {
    const sandbox = await open((request, input, file, signal) =>
      request.id === "bad" ? Promise.reject(new Error("encoder")) : instantly(request, input, file, signal),
    );
    sandbox.runner.start();
    await sandbox.add({ id: "bad" });
    await sandbox.add({ id: "good" });
    await until(() => isEndedAs(sandbox, "good", "succeeded"));
    expect(await sandbox.ledger.find("bad")).toMatchObject({
      status: "failed",
      error: expect.stringMatching(/render/),
    });
    expect(sandbox.failures).toEqual(["render"]);
    await sandbox.runner.stop();
  });

  it("takes up, after an abrupt end, what was rendering and then what was queued", async () => {
    const lost = heldBack();
    const before = await open(lost.work);
    before.runner.start();
    for (const id of ["a", "b"]) await before.add({ id, seed: 42 });
    await until(() => lost.begun.length === 1);
    await until(async () => (await createRequestStore(folder).read("a"))?.status === "rendering");

    const seen: [string, number, unknown][] = [];
    const after = await open(async (request, input, file) => {
      seen.push([request.id, request.seed, input.prompt]);
      await writeFile(file, "video");
    });
    expect([await after.status("a"), await after.status("b")]).toEqual(["rendering", "queued"]);
    after.runner.start();
    await until(() => isEndedAs(after, "b", "succeeded"));
    expect(seen).toEqual([
      ["a", 42, "A fox"],
      ["b", 42, "A fox"],
    ]);
    expect(after.ledger.nextSequence()).toBe(3);
    await after.runner.stop();
    await before.runner.stop();
  });

  it("removes what a failed render has written", async () => {
    const sandbox = await open(async (_request, _input, file) => {
      await writeFile(file, "half a video");
      throw new Error("encoder");
    });
    sandbox.runner.start();
    await sandbox.add({ id: "a" });
    await until(() => isEndedAs(sandbox, "a", "failed"));
    await sandbox.runner.stop();
    expect(await readdir(path.join(folder, "a"))).toEqual(["request.json"]);
  });

  it("ends nothing any more once it is stopped", async () => {
    const sandbox = await open(instantly, { minRunMs: 4_000 });
    sandbox.runner.start();
    await sandbox.add({ id: "a" });
    await until(() => time.pendingCount() === 1);
    await sandbox.runner.stop();
    expect(time.pendingCount()).toBe(0);
    expect(await sandbox.status("a")).toBe("rendering");
  });

  it("leaves an interrupted request in progress when it is stopped", async () => {
    const renderer = heldBack();
    const sandbox = await open(renderer.work);
    sandbox.runner.start();
    await sandbox.add({ id: "a" });
    await until(() => renderer.begun.length === 1);
    await sandbox.runner.stop();
    expect(await createRequestStore(folder).read("a")).toMatchObject({ status: "rendering" });
    expect(sandbox.failures).toEqual([]);
  });

  it("drops the input of an ended request", async () => {
    const sandbox = await open(instantly);
    sandbox.runner.start();
    await sandbox.add({ id: "a" });
    await until(() => isEndedAs(sandbox, "a", "succeeded"));
    await sandbox.runner.stop();
    await until(() =>
      sandbox.store.readInput("a").then(
        () => false,
        () => true,
      ),
    );
  });

  it("forgets an ended request after its time, and its files at the next end", async () => {
    const sandbox = await open(instantly);
    sandbox.runner.start();
    await sandbox.add({ id: "old" });
    await until(() => isEndedAs(sandbox, "old", "succeeded"));
    time.advance(KEPT_MS + 1);
    expect(await sandbox.status("old")).toBeUndefined();
    await sandbox.add({ id: "new" });
    await until(async () => (await sandbox.store.read("old")) === undefined);
    await sandbox.runner.stop();
  });
});

describe("the runner under a scenario", () => {
  const noRender: RenderWork = () => Promise.reject(new Error("rendered after all"));

  it.each([
    ["fail", { status: "failed", error: expect.stringContaining("[fail]") }],
    ["no-output", { status: "succeeded", output: "none" }],
  ] as const)("ends [%s] without a render", async (word, end) => {
    const sandbox = await open(noRender);
    sandbox.runner.start();
    await sandbox.add({ id: "a", scenarios: [word] });
    await until(async () => (await sandbox.ledger.find("a"))?.status === end.status);
    expect(await sandbox.ledger.find("a")).toMatchObject(end);
    expect(sandbox.failures).toEqual([]);
    await sandbox.runner.stop();
  });

  it("keeps [stall] in progress without holding up the others", async () => {
    const sandbox = await open(instantly);
    sandbox.runner.start();
    await sandbox.add({ id: "a", scenarios: ["stall"] });
    await sandbox.add({ id: "b" });
    await until(() => isEndedAs(sandbox, "b", "succeeded"));
    time.advance(KEPT_MS - 1);
    expect(await sandbox.status("a")).toBe("rendering");
    expect(await sandbox.ledger.cancel("a")).toBe(false);
    await sandbox.runner.stop();
  });

  it("keeps [slow] in progress 30 s longer without holding up the others", async () => {
    const sandbox = await open(instantly);
    sandbox.runner.start();
    await sandbox.add({ id: "a", scenarios: ["slow"] });
    await sandbox.add({ id: "b" });
    await until(() => isEndedAs(sandbox, "b", "succeeded"));
    time.advance(SLOW_EXTRA_MS - 1);
    expect(await sandbox.status("a")).toBe("rendering");
    time.advance(1);
    await until(() => isEndedAs(sandbox, "a", "succeeded"));
    await sandbox.runner.stop();
  });

  it("keeps every request in progress for the least time that is configured", async () => {
    const sandbox = await open(instantly, { minRunMs: 4_000 });
    sandbox.runner.start();
    await sandbox.add({ id: "a" });
    await until(() => time.pendingCount() === 1);
    time.advance(3_999);
    expect(await sandbox.status("a")).toBe("rendering");
    time.advance(1);
    await until(() => isEndedAs(sandbox, "a", "succeeded"));
    await sandbox.runner.stop();
  });

  it("lets later requests pass one that waits longer", async () => {
    const sandbox = await open(instantly);
    sandbox.runner.start();
    await sandbox.add({ id: "a", renderNotBeforeMs: LONG_QUEUE_MS });
    await sandbox.add({ id: "b", renderNotBeforeMs: 1_500 });
    time.advance(1_500);
    await until(() => isEndedAs(sandbox, "b", "succeeded"));
    expect(await sandbox.status("a")).toBe("queued");
    await sandbox.runner.stop();
  });
});

describe("the ledger on a disk that refuses", () => {
  const refusing = (store: RequestStore): RequestStore => ({
    ...store,
    save: () => Promise.reject(new Error("no space")),
  });

  it("ends the request in this process all the same and reports it", async () => {
    const failures: string[] = [];
    const onFailure = (event: string) => failures.push(event);
    const store = refusing(createRequestStore(folder));
    const ledger = new Ledger({ store, nowMs: time.nowMs, onFailure });
    const runner = new Runner({ ledger, store, time, work: instantly, minRunMs: 0, onFailure });
    await ledger.load();
    await ledger.add(queuedRequest({ id: "a" }), {});
    runner.start();
    await until(async () => (await ledger.find("a"))?.status === "succeeded");
    await runner.stop();
    expect(failures).toEqual(["record", "record"]);
  });
});
