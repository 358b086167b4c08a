import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "./client";

const JOB = { modelId: "maker/model", input: {}, clientRequestId: "click-1" };

/** The studio: answers in this order, `lost` by a connection that breaks. */
function studio(...answers: ("lost" | Response)[]) {
  const bodies: unknown[] = [];
  vi.stubGlobal("fetch", async (_path: string, init?: RequestInit) => {
    bodies.push(init?.body && JSON.parse(String(init.body)));
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

  it.each(["lost", "cut"] as const)("whose answer is %s and that is then refused may have been made", async (how) => {
    const first =
      how === "lost" ? how : new Response('{"job":{"id', { headers: { "content-type": "application/json" } });
    const bodies = studio(first, Response.json({}, { status: 403 }));
    const sent = api.submitJob(JOB).catch((error) => error);
    await vi.runAllTimersAsync();
    expect(await sent).toMatchObject({ name: "ApiError", status: 403, maybeMade: true });
    expect(bodies).toEqual([JOB, JOB]);
  });

  it.each([
    [403, false],
    [429, false],
    [500, true],
    [502, true],
  ])("that is answered %i at once may have been made: %s", async (status, maybeMade) => {
    studio(Response.json({}, { status }));
    await expect(api.submitJob(JOB)).rejects.toMatchObject({ status, maybeMade });
  });

  it("that is refused is not repeated", async () => {
    const bodies = studio(Response.json({}, { status: 500 }));
    await expect(api.submitJob(JOB)).rejects.toMatchObject({ status: 500 });
    expect(bodies).toHaveLength(1);
  });
});

it("a read whose answer breaks off is one that was not answered", async () => {
  studio(new Response('{"models":[', { headers: { "content-type": "application/json" } }));
  await expect(api.listModels()).rejects.toMatchObject({ name: "ApiError", status: 0 });
});
