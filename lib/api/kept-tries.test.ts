// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./client";
import { sendOnce } from "./kept-tries";

const PRESS = { name: "form:maker/model", payload: "a fox" };
const CONFLICT = { type: "", title: "", status: 409, code: "conflict", detail: "", requestId: "r" };

/** Presses once for each of `answers`, an error is thrown; gives the ids and what was sent. */
async function pressed(...answers: (ApiError | "made")[]) {
  const sent: { id: string; content: number }[] = [];
  for (const answer of answers) {
    const send = async (id: string, content: number) => {
      sent.push({ id, content });
      if (answer !== "made") throw answer;
    };
    await sendOnce(PRESS, async () => sent.length, send).catch(() => {});
  }
  return sent;
}

function lostBefore(status: number): ApiError {
  return Object.assign(new ApiError(status), { maybeMade: true });
}

beforeEach(() => sessionStorage.clear());
afterEach(() => void vi.unstubAllGlobals());

describe("a press", () => {
  it.each([
    ["no answer", new ApiError(0)],
    ["a 500", lostBefore(500)],
    ["a 401 after an attempt that was lost", lostBefore(401)],
    ["a 422 after an attempt that was lost", lostBefore(422)],
    ["a 409 of something on the way after one that was lost", lostBefore(409)],
  ])("is repeated after %s under its id and with what it sent, until it is made", async (_what, answer) => {
    const [first, ...others] = await pressed(answer, new ApiError(401), new ApiError(429), "made", "made");
    expect(others.slice(0, 3)).toEqual([first, first, first]);
    expect(others[3]?.id).not.toBe(first?.id);
  });

  it.each([401, 403, 422, 429])("gets a new id after a %i, because nothing was made", async (status) => {
    const [first, second] = await pressed(new ApiError(status), "made");
    expect(second?.id).not.toBe(first?.id);
  });

  it("gets a new id where its take is deleted or is another", async () => {
    const [first, second, third] = await pressed(new ApiError(0), new ApiError(409, CONFLICT), "made");
    expect(second).toEqual(first);
    expect(third?.id).not.toBe(first?.id);
  });

  it("of another payload gets its own id, and one that nothing is to be sent for sends nothing", async () => {
    const [first] = await pressed(new ApiError(0));
    const ids: string[] = [];
    const send = async (id: string) => void ids.push(id);
    await sendOnce({ ...PRESS, payload: "a cat" }, async () => undefined, send);
    expect(ids).toEqual([]);
    await sendOnce({ ...PRESS, payload: "a cat" }, async () => 1, send);
    expect(ids).not.toContain(first?.id);
  });

  it.each<[string, Storage | undefined]>([
    ["is switched off", undefined],
    ["holds something else", { getItem: () => "{", setItem: () => {}, removeItem: () => {} } as unknown as Storage],
  ])("is sent where the tab's storage %s", async (_how, storage) => {
    vi.stubGlobal("sessionStorage", storage);
    expect(await pressed("made", "made")).toHaveLength(2);
  });

  it("keeps its id in the page where the tab's storage is full", async () => {
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    vi.stubGlobal("sessionStorage", { getItem: () => null, setItem: full, removeItem: () => {} });
    const [first, second, third] = await pressed(new ApiError(0), "made", "made");
    expect(second).toEqual(first);
    expect(third?.id).not.toBe(first?.id);
  });
});
