import { describe, expect, it } from "vitest";
import { makeAsset } from "@/tests/support/jobs/asset";
import { type JobBench, MODEL_ID, openJobBench } from "@/tests/support/jobs/bench";

describe("submitJob", () => {
  it("sends a valid job once and gives it the service's request id", async () => {
    const bench = await openJobBench();
    const { id, isNew } = await bench.submit();
    expect(isNew).toBe(true);
    expect(bench.server.ledger.submits).toMatchObject([{ modelId: MODEL_ID, input: { prompt: "a fox in the snow" } }]);
    expect(await bench.store.get(id)).toMatchObject({
      status: "queued",
      requestId: bench.server.ledger.submits[0]?.requestId,
      frame: { width: 1280, height: 720 },
    });
  });

  it("makes one job and one POST of a click that arrives eight times at once", async () => {
    const bench = await openJobBench();
    const answers = await Promise.all(Array.from({ length: 8 }, () => bench.submit({ clientRequestId: "click-1" })));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.isNew)).toHaveLength(1);
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("gives the same job for the same payload, whatever the order of its keys", async () => {
    const bench = await openJobBench();
    const input = { prompt: "a", image_url: "https://x.example/a.png" };
    const first = await bench.submit({ clientRequestId: "click-1", input });
    const reordered = { image_url: "https://x.example/a.png", prompt: "a" };
    const again = await bench.submit({ clientRequestId: "click-1", input: reordered });
    expect(again).toEqual({ id: first.id, isNew: false });
  });

  it.each([
    ["another input", { input: { prompt: "something else" } }],
    ["a deleted job", {}],
  ])("refuses a clientRequestId that belongs to %s", async (what, over) => {
    const bench = await openJobBench({ faults: [{ verb: "submit", answer: { status: 422, json: {} } }] });
    const { id } = await bench.submit({ clientRequestId: "click-1" });
    if (what === "a deleted job") await bench.store.update(id, { deletedAtMs: 1 }, { status: "failed" });
    await expect(bench.submit({ clientRequestId: "click-1", ...over })).rejects.toMatchObject({ code: "conflict" });
    expect(bench.server.ledger.requests).toHaveLength(1);
  });

  it.each<[string, (bench: JobBench) => void]>([
    ["whose model takes no such input now", renamePrompt],
    ["whose model is gone", (bench) => Object.assign(bench.model, { fields: undefined })],
    ["with a file that is gone", (bench) => Object.assign(bench.assets, { getMany: async () => [] })],
  ])("gives the job again %s, because it was made", async (_why, change) => {
    const bench = await openJobBench();
    await bench.assets.insert(makeAsset("square", { kind: "image", mediaType: "image/png" }));
    const request = { clientRequestId: "click-1", input: { prompt: "a fox", image_url: "asset:square" } };
    const { id } = await bench.submit(request);
    change(bench);
    expect(await bench.submit(request)).toEqual({ id, isNew: false });
    expect(await bench.submit({ ...request, upstream: "runcomfy" })).toEqual({ id, isNew: false });
    const other = bench.submit({ ...request, input: { prompt: "another" } });
    await expect(other).rejects.toMatchObject({ code: "conflict", facts: { reason: "otherPayload" } });
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it.each([
    ["a missing prompt", {}, ["prompt required"]],
    ["an unknown key", { prompt: "a", style: "noir" }, ["style unknownKey"]],
    ["a file that is not stored", { prompt: "a", image_url: "asset:gone" }, ["image_url unknownAsset"]],
    ["a file of another kind", { prompt: "a", image_url: "asset:clip" }, ["image_url wrongMediaType"]],
  ])("refuses %s, naming the field, and sends nothing", async (_what, input, issues) => {
    const bench = await openJobBench();
    await bench.assets.insert(makeAsset("clip"));
    const refusal = await bench.submit({ input }).catch((error) => error);
    expect(refusal.code).toBe("invalidInput");
    expect(refusal.issues.map((issue: { field: string; code: string }) => `${issue.field} ${issue.code}`)).toEqual(
      issues,
    );
    expect(await bench.store.list({ limit: 1 })).toEqual([]);
    expect(bench.server.ledger.requests).toEqual([]);
  });

  it("refuses a model that the studio does not have and an upstream that is not set up", async () => {
    const bench = await openJobBench();
    await expect(bench.submit({ modelId: "acme/none" })).rejects.toMatchObject({
      code: "invalidInput",
      issues: [{ field: "modelId", code: "notInChoices" }],
    });
    await expect(bench.submit({ upstream: "sandbox" })).rejects.toMatchObject({
      code: "invalidInput",
      issues: [{ field: "upstream", code: "notInChoices", params: { choices: "runcomfy" } }],
    });
  });

  it("expects the frame of its first picture", async () => {
    const bench = await openJobBench();
    const size = { width: 1080, height: 1080 };
    await bench.assets.insert(makeAsset("square", { kind: "image", mediaType: "image/png", ...size }));
    const { id } = await bench.submit({ input: { prompt: "a", image_url: "asset:square" } });
    const frame = (await bench.store.get(id))?.frame;
    expect(frame?.width).toBe(frame?.height);
  });
});

function renamePrompt({ model }: JobBench): void {
  model.fields = model.fields?.map((field) => (field.name === "prompt" ? { ...field, name: "text" } : field));
}
