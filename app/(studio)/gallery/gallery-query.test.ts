import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { GalleryTake } from "@/components/gallery/take";
import { type GalleryData, galleryQuery, patchGallery, removeFromGallery, takesIn, withHead } from "./gallery-query";

const take = (id: string): GalleryTake => ({
  id,
  modelId: "m",
  modelName: "M",
  upstream: "sandbox",
  status: "succeeded",
  ratio: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
  canDelete: true,
  canShare: true,
});
const page = (ids: string, nextCursor: string | null = "more") => ({ takes: [...ids].map(take), nextCursor });
const dataOf = (...pages: ReturnType<typeof page>[]): GalleryData => ({
  pages,
  pageParams: pages.map(() => undefined),
});
const idsOf = (data: GalleryData | undefined) =>
  takesIn(data)
    .map(({ id }) => id)
    .join("");

describe("withHead", () => {
  it.each([
    ["puts new takes on top", "xabc", "xabcdefghi"],
    ["lets go what is gone from its part", "ac", "acdefghi"],
    ["lets go across pages", "abce", "abcefghi"],
    ["moves what has moved up", "gabc", "gabcdefhi"],
    ["begins anew where it knows nothing", "xyz", "xyz"],
    ["begins anew where all is in it", "wxabcdefghi", "wxabcdefghi"],
  ])("%s", (_, head, expected) => {
    expect(idsOf(withHead(dataOf(page("abc"), page("def"), page("ghi", null)), page(head)))).toBe(expected);
  });

  it("is all there is where no page follows it", () => {
    const renewed = withHead(dataOf(page("abc"), page("def")), page("ab", null));
    expect(renewed).toEqual({ pages: [page("ab", null)], pageParams: [undefined] });
  });

  it("reads on where the list was read to", () => {
    const renewed = withHead(dataOf(page("abc"), page("def", "after f")), page("xabc", "after c"));
    expect(renewed.pages.at(-1)?.nextCursor).toBe("after f");
  });
});

describe("takesIn", () => {
  it("names a take once that came with two pages", () => {
    expect(idsOf(dataOf(page("abc"), page("cde")))).toBe("abcde");
  });
});

describe("the loaded lists", () => {
  const listsOf = (lists: Record<string, GalleryData>) => {
    const client = new QueryClient();
    for (const [search, data] of Object.entries(lists)) client.setQueryData(galleryQuery(search).queryKey, data);
    return { client, read: (search: string) => client.getQueryData(galleryQuery(search).queryKey) };
  };

  it("are patched everywhere, and only where something changes", () => {
    const lists = { "": dataOf(page("ab"), page("cd")), "rating=3": dataOf(page("xd")) };
    const { client, read } = listsOf(lists);
    patchGallery(client, (one) => (one.id === "d" ? { ...one, favourite: true } : one));
    expect(takesIn(read("")).filter(({ favourite }) => favourite)).toHaveLength(1);
    expect(takesIn(read("rating=3")).filter(({ favourite }) => favourite)).toHaveLength(1);
    expect(read("")?.pages[0]).toBe(lists[""].pages[0]);
  });

  it("lose takes everywhere", () => {
    const { client, read } = listsOf({ "": dataOf(page("ab"), page("cd")), "q=x": dataOf(page("bx")) });
    removeFromGallery(client, ["b", "c"]);
    expect([idsOf(read("")), idsOf(read("q=x"))]).toEqual(["ad", "x"]);
  });
});
