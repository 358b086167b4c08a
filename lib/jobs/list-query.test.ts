import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cursorAfter, listQueryOf } from "./list-query";

describe("listQueryOf", () => {
  it.each([
    ["status", "queued,running", { statuses: ["queued", "running"] }],
    ["status", "active", { statuses: ["waiting", "submitting", "queued", "running", "archiving"] }],
    ["ids", "a,b,a,", { ids: ["a", "b"] }],
    ["ids", "", { ids: [] }],
    ["q", "  Red  ＬＡＮＴＥＲＮ ", { words: ["red", "lantern"] }],
    ["q", "   ", {}],
    ["modelId", "acme/clip", { modelId: "acme/clip" }],
  ])("reads ?%s=%s", (name, value, expected) => {
    expect(listQueryOf({ limit: 5, [name]: value })).toEqual({ limit: 5, ...expected });
  });

  it.each([
    ["status", "done"],
    ["cursor", ""],
    ["cursor", "!!"],
    ["cursor", Buffer.from("12").toString("base64url")],
    ["cursor", Buffer.from("x.id").toString("base64url")],
    ["ids", Array.from({ length: 201 }, (_, n) => n).join()],
  ])("refuses ?%s=%s, naming it", (name, value) => {
    expect(() => listQueryOf({ limit: 5, [name]: value })).toThrow(
      expect.objectContaining({ code: "invalidRequest", facts: { reason: expect.stringContaining(name) } }),
    );
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
