import { describe, expect, it } from "vitest";
import { queuedRequest } from "@/tests/support/sandbox/request";
import { cancelled, started } from "./request";
import { expendable, isExpired, KEPT_MS, KEPT_REQUESTS } from "./retention";

const ended = cancelled(queuedRequest({ createdAtMs: 0 }), 1_000);
const stalled = started(queuedRequest({ createdAtMs: 0, scenarios: ["stall"] }), 1_000);

describe("retention", () => {
  it.each([
    ["an ended request within its time", ended, 1_000 + KEPT_MS, false],
    ["an ended request after its time", ended, 1_001 + KEPT_MS, true],
    ["a queued request of any age", queuedRequest(), 10 * KEPT_MS, false],
    ["a running request of any age", started(queuedRequest(), 0), 10 * KEPT_MS, false],
    ["a stalled request within its time", stalled, KEPT_MS, false],
    ["a stalled request after its time", stalled, KEPT_MS + 1, true],
  ])("decides about %s", (_what, request, nowMs, expired) => {
    expect(isExpired(request, nowMs)).toBe(expired);
  });

  it("gives up the oldest ended requests above the number kept, and none that has work left", () => {
    const many = Array.from({ length: KEPT_REQUESTS + 2 }, (_, index) =>
      cancelled(queuedRequest({ id: `e${index}`, sequence: index + 10 }), 1_000),
    );
    const waiting = queuedRequest({ id: "waiting", sequence: 0 });
    expect(expendable([waiting, ...many], 2_000).map(({ id }) => id)).toEqual(["e0", "e1"]);
  });
});
