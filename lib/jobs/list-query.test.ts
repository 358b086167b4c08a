import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeJob } from "@/tests/support/jobs/job";
import { cursorAfter, listQueryOf, sortedCursorAfter } from "./list-query";

describe("listQueryOf", () => {
  it.each([
    ["status", "queued,running", { statuses: ["queued", "running"] }],
    ["status", "active", { statuses: ["waiting", "submitting", "queued", "running", "archiving"] }],
    ["ids", "a,b,a,", { ids: ["a", "b"] }],
    ["ids", "", { ids: [] }],
    ["q", "  Red  ＬＡＮＴＥＲＮ ", { words: ["red", "lantern"] }],
    ["q", "   ", {}],
    ["modelId", "acme/clip", { modelId: "acme/clip" }],
    ["sort", "oldest", { sort: "oldest" }],
    ["collectionId", "c", { collectionId: "c", sort: "collection" }],
    ["from", "2026-01-02", { fromMs: Date.UTC(2026, 0, 2) }],
    ["to", "2026-01-02", { toMs: Date.UTC(2026, 0, 3) }],
    ["to", "2026-01-02T09:00:00+09:00", { toMs: Date.UTC(2026, 0, 2) }],
  ])("reads ?%s=%s", (name, value, expected) => {
    expect(listQueryOf({ limit: 5, [name]: value })).toEqual({ limit: 5, ...expected });
  });

  it.each([
    ["status", "done"],
    ["cursor", ""],
    ["cursor", "!!"],
    ["cursor", Buffer.from("12").toString("base64url")],
    ["cursor", Buffer.from("x.id").toString("base64url")],
    ["sort", "collection"],
    ["ids", Array.from({ length: 201 }, (_, n) => n).join()],
  ])("refuses ?%s=%s, naming it", (name, value) => {
    expect(() => listQueryOf({ limit: 5, [name]: value })).toThrow(
      expect.objectContaining({ code: "invalidRequest", facts: { reason: "wrong", member: name } }),
    );
  });

  it.each(["rating", "longest", "collection"] as const)("reads the cursor of a list by %s, and of no other", (sort) => {
    const job = makeJob({ id: "a.b", createdAtMs: 5 });
    const cursor = sortedCursorAfter({ job, key: 40 }, sort);
    const { after } = listQueryOf({ limit: 1, sort, collectionId: "c", cursor });
    expect(after).toEqual({ key: 40, createdAtMs: 5, id: "a.b" });
    const other = sort === "rating" ? "longest" : "rating";
    expect(() => listQueryOf({ limit: 1, sort: other, cursor })).toThrow();
    expect(() => listQueryOf({ limit: 1, sort, collectionId: "c", cursor: cursorAfter(job) })).toThrow();
  });

  it("reads the cursor that it wrote", () => {
    const ids = fc.string({ minLength: 1, maxLength: 60 }).filter((id) => !/[\n\r\u2028\u2029]/.test(id));
    fc.assert(
      fc.property(fc.nat({ max: 4e12 }), ids, (createdAtMs, id) => {
        const { after } = listQueryOf({ limit: 1, cursor: cursorAfter({ createdAtMs, id }) });
        expect(after).toEqual({ createdAtMs, id });
      }),
    );
  });
});
