import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "./client";

const JOB = { modelId: "maker/model", input: {}, clientRequestId: "click-1" };

/** The studio: answers in this order, `lost` by a connection that breaks. */
function studio(...answers: ("lost" | Response)[]) {
  const bodies: unknown[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    bodies.push(JSON.parse(String(init.body)));
    const answer = answers[bodies.length - 1] ?? "lost";
    if (answer === "lost") throw new TypeError("fetch failed");
    return answer;
  });
  return bodies;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a submit", () => {
  it("that is not answered is repeated under the same id until it is", async () => {
    const bodies = studio("lost", "lost", Response.json({ job: { id: "a" } }));
    const sent = api.submitJob(JOB);
    await vi.runAllTimersAsync();
    expect(await sent).toEqual({ job: { id: "a" } });
    expect(bodies).toEqual([JOB, JOB, JOB]);
  });

  it("that is never answered gives up after three times", async () => {
    const bodies = studio();
    const sent = api.submitJob(JOB).catch((error) => error);
    await vi.runAllTimersAsync();
    expect(await sent).toMatchObject({ name: "ApiError", status: 0 });
    expect(bodies).toHaveLength(3);
  });

  it("that is refused is not repeated", async () => {
    const bodies = studio(Response.json({}, { status: 500 }));
    await expect(api.submitJob(JOB)).rejects.toMatchObject({ status: 500 });
    expect(bodies).toHaveLength(1);
  });
});
