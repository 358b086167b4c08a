import { describe, expect, it } from "vitest";
import { z } from "zod";
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
          facts: { reason: expect.stringContaining(String(MAX_NESTING)) },
        }),
      );
    }
  });

  it("takes what is nested as deeply as may be", () => {
    const value = nested(MAX_NESTING - 1, "[", "]");
    expect(parseAs(schema, value)).toEqual(value);
  });
});
