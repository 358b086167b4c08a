import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LONG_QUEUE_MS, SLOW_EXTRA_MS } from "@/lib/sandbox/scenarios";
import { callerOf, type OpenSandbox, openSandbox, QUEUE_MS } from "@/tests/support/sandbox/open-sandbox";
import { FANTASY_PORTRAIT, TEXT_TO_VIDEO } from "@/tests/support/sandbox/seed-models";
import { serveSandbox } from "@/tests/support/sandbox/serve-sandbox";
import { until } from "@/tests/support/sandbox/until";

const model = TEXT_TO_VIDEO.id;
let open: OpenSandbox;
beforeEach(async () => {
  open = await openSandbox();
});
afterEach(() => open.close());

const endOf = async (prompt: string) => {
  const id = await open.call.submitted(model, { prompt });
  open.time.advance(QUEUE_MS);
  return open.call.ended(id);
};
/** Whatever has been accepted, by what is on the sandbox's disk when another process opens it. */
const acceptedCount = async () => {
  const other = await openSandbox({ dataDir: open.dataDir });
  other.time.advance(QUEUE_MS);
  const prompts = await until(() => other.noting.specs.length > 0 && other.noting.specs.map(({ prompt }) => prompt));
  await other.sandbox.stop();
  return prompts.length;
};

describe("a prompt with", () => {
  it("[fail] ends as failed, with a reason and without an output", async () => {
    const result = await endOf("[FAIL] A fox");
    expect(result).toMatchObject({ status: "failed", error: expect.stringContaining("[fail]") });
    expect(result).not.toHaveProperty("output");
  });

  it("[no-output] succeeds without an output", async () => {
    const result = await endOf("A fox [no-output]");
    expect(result).toMatchObject({ status: "succeeded" });
    expect(result).not.toHaveProperty("output");
  });

  it("[refuse] is refused with the prompt's own key", async () => {
    const answer = await open.call.submit(FANTASY_PORTRAIT.id, {
      ...FANTASY_PORTRAIT.example,
      "155_positive_prompt": "[refuse]",
    });
    expect(answer).toMatchObject({ status: 422, body: { detail: [{ loc: ["body", "155_positive_prompt"] }] } });
  });

  it("[balance] is refused for lack of it", async () => {
    expect(await open.call.submit(model, { prompt: "[balance]" })).toMatchObject({ status: 402 });
  });

  it("[busy] is turned away twice, each submission for itself", async () => {
    const statuses: number[] = [];
    for (const prompt of ["[busy] a", "[busy] a", "[busy] b", "[busy] a", "[busy] a"]) {
      const { status, headers } = await open.call.submit(model, { prompt });
      statuses.push(status);
      if (status === 429) expect(headers.get("retry-after")).toBe("3");
    }
    expect(statuses).toEqual([429, 429, 429, 200, 429]);
  });

  it("[queue] stays queued for a minute and can be cancelled", async () => {
    const id = await open.call.submitted(model, { prompt: "[queue] A fox" });
    open.time.advance(LONG_QUEUE_MS - 1);
    expect(await open.call.status(id)).toMatchObject({ status: "in_queue" });
    expect(await open.call.cancel(id)).toMatchObject({ body: { outcome: "cancelled" } });
  });

  it("[stall] stays in progress and cannot be cancelled", async () => {
    const id = await open.call.submitted(model, { prompt: "[stall] A fox" });
    open.time.advance(60 * 60 * 1000);
    expect(await open.call.status(id)).toMatchObject({ status: "in_progress" });
    expect(await open.call.cancel(id)).toMatchObject({ body: { outcome: "not_cancellable" } });
  });

  it("[slow] runs half a minute longer", async () => {
    const id = await open.call.submitted(model, { prompt: "[slow] A fox" });
    open.time.advance(QUEUE_MS);
    await until(() => open.noting.specs.length === 1 && open.time.pendingCount() === 1);
    open.time.advance(SLOW_EXTRA_MS - 1);
    expect(await open.call.status(id)).toMatchObject({ status: "in_progress" });
    open.time.advance(1);
    expect(await open.call.ended(id)).toMatchObject({ status: "succeeded" });
  });

  it("a scenario shows none of it in the captions", async () => {
    await open.call.submitted(model, { prompt: "[Slow] A fox [slow-ish] runs.[SLOW]" });
    open.time.advance(QUEUE_MS);
    const spec = await until(() => open.noting.specs[0]);
    expect(spec.prompt).toBe("A fox [slow-ish] runs.");
  });
});

describe.each(["in process", "over HTTP"])("a submit that gets no answer, %s,", (way) => {
  let api: ReturnType<typeof callerOf>;
  let close = async (): Promise<unknown> => undefined;
  beforeEach(async () => {
    api = open.call;
    if (way === "in process") return;
    const server = await serveSandbox(open.sandbox);
    api = callerOf((url, init) => fetch(url, init), server.baseUrl);
    close = server.close;
  });
  afterEach(() => close());

  it("is accepted all the same with [timeout]", async () => {
    const impatience = new AbortController();
    const submit = api.call(
      "POST",
      `/v1/models/${model}`,
      { prompt: "[timeout] A fox" },
      { signal: impatience.signal },
    );
    const outcome = submit.then(
      () => "answered",
      (error: unknown) => (error === impatience.signal.reason ? "given up" : error),
    );
    open.time.advance(0);
    await until(() => open.time.pendingCount() === 1);
    impatience.abort();
    expect(await outcome).toBe("given up");
    expect(await acceptedCount()).toBe(1);
  });

  it("is accepted all the same with [reset]", async () => {
    const submit = api.call("POST", `/v1/models/${model}`, { prompt: "[reset] A fox" });
    await expect(submit).rejects.toThrow();
    expect(await acceptedCount()).toBe(1);
  });
});
