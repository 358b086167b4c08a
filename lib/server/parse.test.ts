import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { translatorFor } from "@/lib/i18n/translator";
import { MAX_NESTING } from "@/lib/json";
import { parseAs } from "./parse";

const schema = z.strictObject({ input: z.json() });
const nested = (depth: number, open: string, close: string) =>
  JSON.parse(`{"input": ${open.repeat(depth)}1${close.repeat(depth)}}`);

describe("parseAs", () => {
  it.each([
    ["lists", "[", "]"],
    ["objects", '{"a":', "}"],
  ])("refuses %s that are nested too deeply, however deeply", (_, open, close) => {
    for (const depth of [MAX_NESTING, 5_000, 200_000]) {
      const value = nested(depth, open, close);
      expect(() => parseAs(schema, value)).toThrow(
        expect.objectContaining({
          code: "invalidRequest",
          facts: { reason: "tooDeep", max: MAX_NESTING },
        }),
      );
    }
  });

  it("takes what is nested as deeply as may be", () => {
    const value = nested(MAX_NESTING - 1, "[", "]");
    expect(parseAs(schema, value)).toEqual(value);
  });

  const members = z.strictObject({
    name: z.string().max(3).optional(),
    list: z.array(z.string()).min(1).optional(),
    sort: z.enum(["newest", "oldest"]).optional(),
    count: z.int().min(1).optional(),
    day: z.iso.date().optional(),
  });

  it.each([
    [{ name: 1 }, "name: a text is expected."],
    [{ list: "a" }, "list: a list is expected."],
    [{ count: 1.5 }, "count: a whole number is expected."],
    [5, "body: an object is expected."],
    [{ name: "four" }, "name: at most 3 characters."],
    [{ list: [] }, "list: at least one entry."],
    [{ count: 0 }, "count: at least 1."],
    [{ sort: "up" }, "sort: one of newest, oldest is expected."],
    [{ day: "soon" }, "day: this value is not accepted."],
    [{ nam: "a" }, "nam: there is no such member."],
  ])("says of %j: %s", (value, said) => {
    const thrown = catching(() => parseAs(members, value));
    expect(translatorFor("en")("problems.invalidRequest", thrown.facts)).toBe(`The request cannot be read: ${said}`);
    expect(translatorFor("ko")("problems.invalidRequest", thrown.facts)).toMatch(/[가-힣]/);
  });
});

function catching(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("Nothing was refused.");
}
