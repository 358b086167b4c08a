import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobQuerySchema } from "@/lib/api/contract";
import { filtersSearch, listParametersOf, readFilters } from "./filters";

const read = (search: string) => readFilters(new URLSearchParams(search));
const canonical = (search: string) => filtersSearch(read(search));

describe("the gallery's address", () => {
  it.each([
    ["", ""],
    ["q=%20fox%20&q=dog", "q=fox"],
    ["q=%20", ""],
    [`q=${"x".repeat(513)}`, ""],
    ["state=failed,cancelled", "state=failed%2Ccancelled"],
    ["state=failed,broken", ""],
    ["state=active", "state=active"],
    ["upstream=elsewhere&rating=4", "rating=4"],
    ["rating=6", ""],
    ["favourite=true", ""],
    ["favourite=1", "favourite=1"],
    ["from=2026-02-29&to=2026-02-28", "to=2026-02-28"],
    ["from=yesterday", ""],
    ["ratio=16:9&kind=video", "kind=video"],
    ["sort=newest", ""],
    ["sort=longest", "sort=longest"],
    ["sort=collection", ""],
    ["sort=collection&collection=c1", "collection=c1"],
    ["sort=newest&collection=c1", "collection=c1&sort=newest"],
    ["page=2&cursor=x&utm_source=y", ""],
    ["sort=oldest&model=a/b&q=x", "q=x&model=a%2Fb&sort=oldest"],
  ])("reads %j as %j", (given, kept) => {
    expect(canonical(given)).toBe(kept);
  });

  const search = fc
    .array(
      fc.tuple(
        fc.constantFrom("q", "model", "state", "rating", "collection", "from", "to", "ratio", "kind", "group", "sort"),
        fc.oneof(fc.string(), fc.constantFrom("3", "failed", "wide", "video", "2026-01-31", "newest", "collection")),
      ),
    )
    .map((pairs) => new URLSearchParams(pairs).toString());

  it("is the same after it has been read and written once more", () => {
    fc.assert(fc.property(search, (given) => canonical(canonical(given)) === canonical(given)));
  });

  it("never asks for what the list refuses", () => {
    fc.assert(
      fc.property(search, (given) => {
        const parameters = listParametersOf(read(given));
        expect(jobQuerySchema.safeParse(parameters).success).toBe(true);
        expect(parameters.sort === "collection" && !parameters.collectionId).toBe(false);
      }),
    );
  });

  it("becomes the list's own parameters", () => {
    expect(
      listParametersOf(read("q=fox&model=m&state=failed&collection=c&group=g&rating=3&favourite=1&sort=oldest")),
    ).toEqual({
      q: "fox",
      modelId: "m",
      status: "failed",
      collectionId: "c",
      groupId: "g",
      rating: "3",
      favourite: "1",
      sort: "oldest",
    });
  });
});
