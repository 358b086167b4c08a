import { rm } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type OpenSandbox, openSandbox, QUEUE_MS, VIDEO } from "@/tests/support/sandbox/open-sandbox";
import { IMAGE_TO_VIDEO, TEXT_TO_VIDEO } from "@/tests/support/sandbox/seed-models";
import { until } from "@/tests/support/sandbox/until";

const opened: OpenSandbox[] = [];
const open = async (options: Parameters<typeof openSandbox>[0] = {}) => {
  const sandbox = await openSandbox(options);
  opened.push(sandbox);
  return sandbox;
};
afterEach(async () => {
  for (const { sandbox, dataDir } of opened.splice(0)) {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

describe("a sandbox over the folder of one that was killed", () => {
  it("finishes what was rendering and what was queued, in order, with the seeds already drawn", async () => {
    const before = await open();
    before.noting.hold();
    const ids: string[] = [];
    for (const prompt of ["first", "second", "third"]) {
      ids.push(await before.call.submitted(TEXT_TO_VIDEO.id, { prompt }));
    }
    before.time.advance(QUEUE_MS);
    const begun = await until(() => before.noting.specs[0]);

    const after = await open({ dataDir: before.dataDir });
    after.time.advance(QUEUE_MS);
    for (const id of ids) expect(await after.call.ended(id)).toMatchObject({ status: "succeeded" });
    expect(after.noting.specs.map(({ prompt }) => prompt)).toEqual(["first", "second", "third"]);
    expect(after.noting.specs[0]).toEqual(begun);
  });

  it("still knows what has ended, and serves its video", async () => {
    const before = await open();
    const done = await before.call.submitted(TEXT_TO_VIDEO.id, { prompt: "done" });
    const given = await before.call.submitted(TEXT_TO_VIDEO.id, { prompt: "given up" });
    await before.call.cancel(given);
    before.time.advance(QUEUE_MS);
    const result = await before.call.ended(done);

    const after = await open({ dataDir: before.dataDir });
    expect(await after.call.result(done)).toEqual(result);
    expect(await after.call.result(given)).toMatchObject({ status: "cancelled" });
    const { video } = result.output as { video: string };
    expect(Buffer.from(await (await after.fetch(video)).arrayBuffer())).toEqual(VIDEO);
    after.time.advance(QUEUE_MS);
    expect(after.noting.specs).toEqual([]);
  });

  it("goes on after a stop in the middle of a render", async () => {
    const before = await open();
    before.noting.hold();
    const id = await before.call.submitted(TEXT_TO_VIDEO.id, { prompt: "A fox" });
    before.time.advance(QUEUE_MS);
    await until(() => before.noting.specs.length === 1);
    await before.sandbox.stop();
    expect(await before.call.status(id)).toMatchObject({ status: "in_progress" });
    const after = await open({ dataDir: before.dataDir });
    expect(await after.call.ended(id)).toMatchObject({ status: "succeeded" });
  });

  it("fails a request whose model is gone", async () => {
    const before = await open();
    const id = await before.call.submitted(IMAGE_TO_VIDEO.id, IMAGE_TO_VIDEO.example);
    await before.sandbox.stop();
    const after = await open({ dataDir: before.dataDir, findModel: () => undefined });
    after.time.advance(QUEUE_MS);
    expect(await after.call.ended(id)).toMatchObject({ status: "failed", error: expect.any(String) });
  });
});

describe("a sandbox that cannot write", () => {
  it("answers 500 and accepts nothing", async () => {
    const sandbox = await open();
    await rm(`${sandbox.dataDir}/requests`, { recursive: true });
    const blocked = await open({ dataDir: sandbox.dataDir, newId: () => "x".repeat(300) });
    const answer = await blocked.call.submit(TEXT_TO_VIDEO.id, { prompt: "A fox" });
    expect(answer).toMatchObject({ status: 500, body: { error_code: 500001 } });
    expect(blocked.warnings).toEqual([expect.stringContaining("sandbox.answer")]);
    blocked.time.advance(QUEUE_MS);
    expect(blocked.noting.specs).toEqual([]);
  });
});
