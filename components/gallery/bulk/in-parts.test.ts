import { describe, expect, it } from "vitest";
import { AT_ONCE, actInParts } from "./in-parts";

const idsOf = (count: number) => Array.from({ length: count }, (_, at) => `take-${at}`);

describe("acting in parts", () => {
  it.each([
    [1, [1]],
    [AT_ONCE, [AT_ONCE]],
    [AT_ONCE + 1, [AT_ONCE, 1]],
    [2 * AT_ONCE + 7, [AT_ONCE, AT_ONCE, 7]],
  ])("asks about %d takes in parts of %j", async (count, sizes) => {
    const parts: string[][] = [];
    const outcome = await actInParts(idsOf(count), async (part) => {
      parts.push(part);
      return { done: part.length, failed: [] };
    });
    expect(parts.map(({ length }) => length)).toEqual(sizes);
    expect(parts.flat()).toEqual(idsOf(count));
    expect(outcome.done).toEqual(idsOf(count));
  });

  it("tells apart what goes on, what is gone and what is done", async () => {
    const failed = [
      { id: "take-0", code: "conflict" as const },
      { id: "take-2", code: "notFound" as const },
    ];
    const outcome = await actInParts(idsOf(3), async () => ({ done: 1, failed }));
    expect(outcome).toEqual({ done: ["take-1"], going: ["take-0"], gone: ["take-2"], unanswered: [] });
  });

  it("stops where nobody answers, and names all that was not changed", async () => {
    const error = new Error("no answer");
    let asked = 0;
    const outcome = await actInParts(idsOf(3 * AT_ONCE), async (part) => {
      asked += 1;
      if (asked === 2) throw error;
      return { done: part.length, failed: [] };
    });
    expect(asked).toBe(2);
    expect(outcome.done).toEqual(idsOf(AT_ONCE));
    expect(outcome.unanswered).toEqual(idsOf(3 * AT_ONCE).slice(AT_ONCE));
    expect(outcome.error).toBe(error);
  });
});
