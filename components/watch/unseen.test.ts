import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { job } from "@/tests/support/watch/fake-browser";
import { pathOf, summaryOf, withEnds, withoutIds } from "./unseen";

const ids = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id);

describe("what nobody has seen yet", () => {
  it("takes ends in their order, and leaves cancelled takes out", () => {
    const ended = [job("1", "succeeded"), job("2", "cancelled"), job("3", "failed")];
    expect(ids(withEnds([], { active: [], ended }))).toEqual(["1", "3"]);
  });

  it("forgets a take that goes on again", () => {
    expect(withEnds([job("1", "unconfirmed")], { active: [job("1")], ended: [] })).toEqual([]);
  });

  it("never holds a take twice", () => {
    const take = fc.integer({ min: 0, max: 5 }).map((id) => job(String(id), "succeeded"));
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(take, { selector: ({ id }) => id })), (rounds) => {
        const all = rounds.reduce<ReturnType<typeof withEnds>>(
          (had, ended) => withEnds(had, { active: [], ended }),
          [],
        );
        expect(new Set(ids(all)).size).toBe(all.length);
      }),
    );
  });

  it("stays the same array where nothing is taken out", () => {
    const unseen = [job("1", "succeeded")];
    expect(withoutIds(unseen, new Set(["2"]))).toBe(unseen);
    expect(withoutIds(unseen, new Set(["1"]))).toEqual([]);
  });
});

describe("where it is to be seen", () => {
  const inGroup = (id: string, groupId: string) => job(id, "succeeded", { groupId });
  it.each([
    ["one take: its page", [job("1", "succeeded")], "/jobs/1"],
    ["one of a group: its page", [inGroup("1", "g")], "/jobs/1"],
    ["several of a group: the group", [inGroup("1", "g"), inGroup("2", "g")], "/?group=g"],
    ["several of two groups: the gallery", [inGroup("1", "g"), inGroup("2", "h")], "/gallery"],
    ["several: the gallery", [job("1", "succeeded"), job("2", "failed")], "/gallery"],
  ])("%s", (_, unseen, path) => {
    expect(pathOf(unseen)).toBe(path);
  });

  it("counts what was done and what failed", () => {
    const unseen = [job("1", "succeeded"), job("2", "failed"), job("3", "lost")];
    expect(summaryOf(unseen)).toEqual({ done: 1, failed: 2, groupId: undefined });
  });
});
