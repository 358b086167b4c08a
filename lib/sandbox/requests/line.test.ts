import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queuedRequest } from "@/tests/support/sandbox/request";
import { nextDueAtMs, nextToRender, queuePosition, unfinishedCount, waitingLine } from "./line";
import { cancelled, finished, type SandboxRequest, started } from "./request";

const first = queuedRequest({ id: "first", sequence: 1, renderNotBeforeMs: 1_500 });
const second = queuedRequest({ id: "second", sequence: 2, renderNotBeforeMs: 1_600 });
const parked = queuedRequest({ id: "parked", sequence: 3, renderNotBeforeMs: 60_000, scenarios: ["queue"] });
const third = queuedRequest({ id: "third", sequence: 4, renderNotBeforeMs: 1_700 });
const running = started(queuedRequest({ id: "running", sequence: 0 }), 100);
const stalled = started(queuedRequest({ id: "stalled", sequence: 0, scenarios: ["stall"] }), 100);
const nobody = new Set<string>();

describe("the line", () => {
  it("goes by the end of each request's wait, then by who came first", () => {
    const twin = { ...first, id: "twin", sequence: 9 };
    expect(waitingLine([third, twin, parked, first, second, running]).map(({ id }) => id)).toEqual([
      "first",
      "twin",
      "second",
      "third",
      "parked",
    ]);
  });

  it.each([
    ["the only one", [first], "first", 0],
    ["the one behind a render", [running, first], "first", 1],
    ["the second in line", [running, second, first], "second", 2],
    ["one that a parked request precedes by number", [first, parked, third], "third", 1],
    ["one beside a stalled request", [stalled, first], "first", 0],
    ["one that runs", [running, first], "running", undefined],
    ["one that was cancelled", [cancelled(first, 5)], "first", undefined],
    ["one that nobody knows", [first], "unknown", undefined],
  ])("tells %s its position", (_who, requests: SandboxRequest[], id, position) => {
    expect(queuePosition(requests, id)).toBe(position);
  });

  it("renders nothing before its wait is over, and says when that is", () => {
    expect(nextToRender([second, first], nobody, 1_499)).toBeUndefined();
    expect(nextToRender([second, first], nobody, 1_500)).toBe(first);
    expect(nextDueAtMs([second, first, parked])).toBe(1_500);
    expect(nextDueAtMs([running])).toBeUndefined();
  });

  it("takes up what an ended process was rendering before all others, once", () => {
    const older = started(queuedRequest({ id: "older", sequence: -1 }), 50);
    expect(nextToRender([first, running, older], nobody, 9_000)).toBe(older);
    expect(nextToRender([first, running, older], new Set(["older", "running"]), 9_000)).toBe(first);
  });

  it("counts what has not ended", () => {
    expect(unfinishedCount([first, running, cancelled(second, 5)])).toBe(2);
  });

  it("gives every queued request a position of its own, from the number of renders upwards", () => {
    const waits = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(waits, (times) => {
        const queue = times.map((renderNotBeforeMs, index) =>
          queuedRequest({ id: `q${index}`, sequence: index, renderNotBeforeMs }),
        );
        const positions = queue.map(({ id }) => queuePosition([running, ...queue], id) ?? -1);
        return positions.sort((a, b) => a - b).every((position, index) => position === index + 1);
      }),
    );
  });
});

describe("a finished request", () => {
  it("keeps its identity and loses what only a running one has", () => {
    const done = finished(running, { status: "succeeded", output: "video" }, 900);
    expect(done).toEqual({
      ...queuedRequest({ id: "running", sequence: 0 }),
      status: "succeeded",
      output: "video",
      finishedAtMs: 900,
    });
  });
});
