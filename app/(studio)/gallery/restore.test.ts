import fc from "fast-check";
import { expect, it } from "vitest";
import type { GalleryTake } from "@/components/gallery/take";
import type { GalleryData } from "./gallery-query";
import { withRestored } from "./restore";

function takeOf(id: string): GalleryTake {
  return {
    id,
    modelId: "maker/model",
    modelName: "Model",
    upstream: "sandbox",
    status: "succeeded",
    ratio: 1,
    createdAt: "2026-01-01T00:00:00.000Z",
    canDelete: true,
    canShare: true,
  };
}
const dataOf = (pages: readonly (readonly string[])[]): GalleryData => ({
  pages: pages.map((ids) => ({ takes: ids.map(takeOf), nextCursor: null })),
  pageParams: pages.map(() => undefined),
});
const idsOf = (data: GalleryData) => data.pages.flatMap(({ takes }) => takes.map(({ id }) => id));

it("takes that come back stand where they stood, whichever were gone", () => {
  const ids = fc.uniqueArray(fc.nat({ max: 99 }).map(String), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(ids, fc.func(fc.boolean()), fc.nat({ max: 12 }), (all, isGone, cut) => {
      const before = dataOf([all.slice(0, cut), all.slice(cut)]);
      const left = (part: readonly string[]) => part.filter((id) => !isGone(id));
      const now = dataOf([left(all.slice(0, cut)), left(all.slice(cut))]);
      const gone = new Set(all.filter((id) => isGone(id)));
      expect(idsOf(withRestored(now, before, gone))).toEqual(all);
    }),
  );
});

it("keeps what has come in since, and brings nothing back that went another way", () => {
  const before = dataOf([["a", "b", "c"], ["d"]]);
  const now = dataOf([
    ["new", "a"],
    ["d", "e"],
  ]);
  expect(idsOf(withRestored(now, before, new Set(["b"])))).toEqual(["new", "a", "b", "d", "e"]);
});
