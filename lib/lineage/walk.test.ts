import { describe, expect, it } from "vitest";
import { makeJob } from "@/tests/support/jobs/job";
import type { LineageStore, Link } from "./ports";
import { walk } from "./walk";

/** Every job whose id has a `:` is a member of the group before it. */
function storeOf(links: readonly Link[]): LineageStore {
  return {
    linksOf: async (ids, direction, limit) =>
      links.filter(({ from, to }) => ids.includes(direction === "older" ? to : from)).slice(0, limit),
    takes: async (ids) =>
      ids.map((id) => {
        const [groupId = "", place] = id.split(":");
        const group = place === undefined ? {} : { groupId, groupPlace: Number(place) };
        return { job: makeJob({ id, ...group }), outputs: [] };
      }),
  };
}
const again = (from: string, to: string): Link => ({ from, to, how: "again" });
const ids = ({ takes }: Awaited<ReturnType<typeof walk>>) => takes.map(({ job }) => job.id);

describe("the walk through a lineage", () => {
  it("ends where the data goes round, without the take itself", async () => {
    const found = await walk("a", "newer", storeOf([again("a", "b"), again("b", "c"), again("c", "a")]));
    expect(ids(found)).toEqual(["b", "c"]);
    expect(found.cut).toBe(false);
  });

  it("goes six steps far and says that there is more", async () => {
    const chain = Array.from({ length: 9 }, (_, step) => again(String(step), String(step + 1)));
    expect(ids(await walk("0", "newer", storeOf(chain)))).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect((await walk("0", "newer", storeOf(chain))).cut).toBe(true);
    expect((await walk("0", "newer", storeOf(chain.slice(0, 6)))).cut).toBe(false);
  });

  it("brings forty takes and says that there are more", async () => {
    const wide = (count: number) => Array.from({ length: count }, (_, index) => again("a", `b${index}`));
    const [whole, cut] = [await walk("a", "newer", storeOf(wide(40))), await walk("a", "newer", storeOf(wide(41)))];
    expect([whole.takes.length, whole.cut, cut.takes.length, cut.cut]).toEqual([40, false, 40, true]);
    expect(cut.links).toHaveLength(40);
  });

  it("lets the first of a group stand for the others that came the same way", async () => {
    const links = [again("a", "g:2"), again("a", "g:1"), { ...again("a", "g:3"), how: "preview" as const }];
    const found = await walk("a", "newer", storeOf(links));
    expect(ids(found)).toEqual(["g:1", "g:3"]);
    expect(found.links).toEqual([{ ...again("a", "g:1"), others: 1 }, links[2]]);
  });
});
