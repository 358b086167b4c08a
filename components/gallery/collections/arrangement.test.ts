import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedPart, createArrangement, moved } from "./arrangement";

const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });

/** What the server does: those named share the places that they hold, in the order named. */
function ordered(kept: readonly string[], named: readonly string[]): string[] {
  const queue = [...named];
  return kept.map((id) => (named.includes(id) ? (queue.shift() ?? id) : id));
}

describe("moved", () => {
  it.each([
    [0, 2, "bcad"],
    [3, 0, "dabc"],
    [1, 1, "abcd"],
    [2, 9, "abdc"],
    [2, -4, "cabd"],
  ])("puts the one at %i to %i: %s", (from, to, expected) => {
    expect(moved([..."abcd"], from, to).join("")).toBe(expected);
  });
});

describe("changedPart", () => {
  it("is what the server needs to be told to keep the new order", () => {
    const orders = lists.chain((before) =>
      fc.tuple(fc.constant(before), fc.shuffledSubarray(before, { minLength: before.length })),
    );
    fc.assert(
      fc.property(orders, ([before, after]) => {
        expect(ordered(before, changedPart(before, after))).toEqual(after);
      }),
    );
  });

  it("is nothing where nothing has changed", () => {
    expect(changedPart(["a", "b"], ["a", "b"])).toEqual([]);
  });
});

describe("an arrangement", () => {
  /** Saves are answered by the test, one after the other. */
  function open(ids: string) {
    const asked: { part: string; answer: (isSaved: boolean) => void }[] = [];
    const arranging = createArrangement(
      (part) =>
        new Promise((resolve, reject) => {
          asked.push({
            part: part.join(""),
            answer: (isSaved) => (isSaved ? resolve(undefined) : reject(new Error("not saved"))),
          });
        }),
    );
    arranging.load([...ids]);
    const now = () => {
      const { ids: shown, state } = arranging.store.getState();
      return [shown.join(""), state];
    };
    return { arranging, asked, now };
  }

  it("saves together what was moved while a save was under way", async () => {
    const { arranging, asked, now } = open("abcd");
    arranging.show([..."bacd"]);
    const done = arranging.keep();
    arranging.show([..."bcad"]);
    void arranging.keep();
    arranging.show([..."bcda"]);
    void arranging.keep();
    expect([asked.map(({ part }) => part), now()]).toEqual([["ba"], ["bcda", "saving"]]);
    asked[0]?.answer(true);
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.part).toBe("cda");
    asked[1]?.answer(true);
    await done;
    expect(now()).toEqual(["bcda", "saved"]);
  });

  it("goes back to the order that was saved last where a save fails, and saves again afterwards", async () => {
    const { arranging, asked, now } = open("abc");
    arranging.show([..."bac"]);
    const first = arranging.keep();
    asked[0]?.answer(true);
    await first;
    arranging.show([..."cba"]);
    const second = arranging.keep();
    asked[1]?.answer(false);
    await second;
    expect(now()).toEqual(["bac", "failed"]);
    arranging.show([..."bca"]);
    const third = arranging.keep();
    asked[2]?.answer(true);
    await third;
    expect([asked[2]?.part, now()]).toEqual(["ca", ["bca", "saved"]]);
  });

  it("puts what is read later behind, also while the order has been changed", () => {
    const { arranging, now } = open("ab");
    arranging.show([..."ba"]);
    arranging.load([..."abcd"]);
    expect(now()).toEqual(["bacd", "still"]);
  });
});
