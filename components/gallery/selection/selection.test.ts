import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extended, NOTHING, only, restricted, type Selection, toggled } from "./selection";

const ORDER = ["a", "b", "c", "d", "e"];
type Step = ["toggle" | "extend" | "drop", string] | ["only", string[]];

function after(steps: readonly Step[]): Selection {
  return steps.reduce((selection, [kind, what]) => {
    if (kind === "only") return only(what);
    if (kind === "toggle") return toggled(selection, what);
    if (kind === "extend") return extended(selection, ORDER, what);
    return restricted(selection, new Set(ORDER.filter((id) => id !== what)));
  }, NOTHING);
}
const selectedAfter = (steps: readonly Step[]) => [...after(steps).ids].sort().join("");

describe("a selection", () => {
  it.each<[string, Step[], string]>([
    ["a toggled take", [["toggle", "b"]], "b"],
    [
      "one toggled twice",
      [
        ["toggle", "b"],
        ["toggle", "b"],
      ],
      "",
    ],
    [
      "two of them",
      [
        ["toggle", "b"],
        ["toggle", "d"],
      ],
      "bd",
    ],
    [
      "a range downwards",
      [
        ["toggle", "b"],
        ["extend", "d"],
      ],
      "bcd",
    ],
    [
      "a range upwards",
      [
        ["toggle", "d"],
        ["extend", "b"],
      ],
      "bcd",
    ],
    [
      "a range that shrinks",
      [
        ["toggle", "a"],
        ["extend", "e"],
        ["extend", "b"],
      ],
      "ab",
    ],
    [
      "a range that turns round",
      [
        ["toggle", "c"],
        ["extend", "e"],
        ["extend", "a"],
      ],
      "abc",
    ],
    [
      "a range beside others",
      [
        ["toggle", "a"],
        ["toggle", "c"],
        ["extend", "d"],
      ],
      "acd",
    ],
    [
      "a second range",
      [
        ["toggle", "a"],
        ["extend", "b"],
        ["toggle", "d"],
        ["extend", "e"],
      ],
      "abde",
    ],
    ["a range without an anchor", [["extend", "c"]], "abc"],
    [
      "a range from an anchor that is gone",
      [
        ["toggle", "b"],
        ["drop", "b"],
        ["extend", "c"],
      ],
      "abc",
    ],
    [
      "a range to nowhere",
      [
        ["toggle", "b"],
        ["extend", "z"],
      ],
      "b",
    ],
    [
      "a few, and a range from the first",
      [
        ["only", ["b", "d"]],
        ["extend", "c"],
      ],
      "bcd",
    ],
    [
      "what is listed no more",
      [
        ["only", ["b", "d"]],
        ["drop", "b"],
      ],
      "d",
    ],
  ])("holds %s", (_, steps, expected) => {
    expect(selectedAfter(steps)).toBe(expected);
  });

  const id = fc.constantFrom(...ORDER);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(fc.constantFrom("toggle" as const, "extend" as const, "drop" as const), id),
    fc.tuple(fc.constant("only" as const), fc.uniqueArray(id)),
  );
  const steps = fc.array(step, { maxLength: 8 });

  it("is the same when a take is toggled twice", () => {
    fc.assert(
      fc.property(
        steps,
        id,
        (start, one) => selectedAfter([...start, ["toggle", one], ["toggle", one]]) === selectedAfter(start),
      ),
    );
  });

  it("extended twice is what it would be extended to the last alone", () => {
    const extendedTo = (start: readonly Step[], ...ids: string[]) =>
      selectedAfter([...start, ...ids.map((one): Step => ["extend", one])]);
    fc.assert(
      fc.property(steps, id, id, (start, first, last) => extendedTo(start, first, last) === extendedTo(start, last)),
    );
  });

  it("stays the same object when everything in it is listed", () => {
    fc.assert(
      fc.property(steps, (start) => {
        const selection = after(start);
        return restricted(selection, new Set(ORDER)) === selection;
      }),
    );
  });
});
