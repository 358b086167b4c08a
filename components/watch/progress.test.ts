import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { job } from "@/tests/support/watch/fake-browser";
import { progressOf } from "./progress";
import { tabIcon } from "./tab-icon";

const START = Date.parse("2026-01-01T00:00:00.000Z");
const started = { startedAt: "2026-01-01T00:00:00.000Z", usualMs: 10_000 };
const ringAfter = (ms: number, jobs = [job("1", "running", started)], isCalm = false) =>
  progressOf(jobs, [], { ms: START + ms, isCalm }).ring;

describe("the ring", () => {
  it("follows the time so far against the usual time", () => {
    expect([0, 5000, 7500].map((ms) => ringAfter(ms))).toEqual([0, 0.5, 0.75]);
  });

  it("is never full before the end, however long it takes", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), (ms) => (ringAfter(ms) ?? 1) < 1));
  });

  it("moves in quarters where less motion is wanted", () => {
    expect([2000, 3000, 6000].map((ms) => ringAfter(ms, undefined, true))).toEqual([0, 0.25, 0.5]);
  });

  it("is the mean of all takes, of which those that wait have done nothing", () => {
    expect(ringAfter(5000, [job("1", "running", started), job("2", "queued", { usualMs: 10_000 })])).toBe(0.25);
  });

  it("is unknown without a usual time", () => {
    expect(ringAfter(5000, [job("1", "running")])).toBeUndefined();
  });
});

describe("the icon", () => {
  const none = { rendering: 0, waiting: 0, done: 0, failed: 0, ring: undefined };
  const looks = {
    rendering: { ...none, rendering: 1, ring: 0.5 },
    "rendering, further": { ...none, rendering: 1, ring: 0.75 },
    waiting: { ...none, waiting: 1, ring: 0 },
    done: { ...none, done: 1 },
    failed: { ...none, failed: 1 },
    "done while another renders": { ...none, rendering: 1, done: 1, ring: 0.5 },
  };

  it("is the studio's own where there is nothing to tell", () => {
    expect(tabIcon(none)).toBeUndefined();
  });

  it("looks different for everything that it tells", () => {
    const icons = Object.values(looks).map(tabIcon);
    expect(new Set(icons).size).toBe(icons.length);
    for (const icon of icons) expect(icon).toMatch(/^data:image\/svg\+xml,/);
  });
});
