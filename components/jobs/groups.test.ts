import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { JOB_STATUSES } from "@/lib/jobs/job";
import { entriesOf, inStripOrder, tally } from "./groups";

const TAKE: WireJob = {
  id: "",
  modelId: "maker/model",
  modelName: "A model",
  upstream: "sandbox",
  status: "queued",
  input: {},
  outputs: [],
  createdAt: "2026-01-01T00:00:00Z",
  actions: { canCancel: true, canRetry: false, canLookAgain: false, canShare: false, canDelete: true },
};
const take = (id: string, part: Partial<WireJob> = {}): WireJob => ({ ...TAKE, id, ...part });
const member = (id: string, groupId: string, groupPlace: number) => take(id, { groupId, groupPlace });

describe("the strip of takes", () => {
  it("holds a group together at the place of its newest take, in the order of its grid", () => {
    const jobs = [take("new"), member("c", "g", 2), member("a", "g", 0), take("between"), member("b", "g", 1)];
    const shown = entriesOf(jobs).map((entry) =>
      entry.kind === "take" ? entry.job.id : [entry.id, ...entry.jobs.map(({ id }) => id)],
    );
    expect(shown).toEqual(["new", ["g", "a", "b", "c"], "between"]);
  });

  it("shows every take once", () => {
    const lists = fc.array(fc.record({ group: fc.option(fc.constantFrom("g", "h")), place: fc.nat(9) }));
    fc.assert(
      fc.property(lists, (drawn) => {
        const jobs = drawn.map(({ group, place }, index) =>
          group === null ? take(String(index)) : member(String(index), group, place),
        );
        expect(inStripOrder(jobs).toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(jobs);
      }),
    );
  });
});

describe("the progress of a group", () => {
  it("counts every take in one tone, and as ended what no longer changes by itself", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...JOB_STATUSES)), (statuses) => {
        const { counts, ended } = tally(statuses.map((status, index) => take(String(index), { status })));
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(statuses.length);
        const active = ["waiting", "submitting", "queued", "running", "archiving"];
        expect(ended).toBe(statuses.filter((status) => !active.includes(status)).length);
      }),
    );
  });
});
