import { describe, expect, it } from "vitest";
import { getAt, setAt } from "./path";

describe("a path into a composition", () => {
  it("makes the objects and lists on its way", () => {
    expect(setAt({}, ["loras", 0, "scale"], 0.5)).toEqual({ loras: [{ scale: 0.5 }] });
  });

  it("changes a copy", () => {
    const values = { loras: [{ path: "a" }, { path: "b" }] };
    expect(setAt(values, ["loras", 1, "path"], "c")).toEqual({ loras: [{ path: "a" }, { path: "c" }] });
    expect(values.loras[1]).toEqual({ path: "b" });
  });

  it("removes a key that becomes undefined", () => {
    expect(setAt({ a: { b: 1, c: 2 } }, ["a", "b"], undefined)).toEqual({ a: { c: 2 } });
  });

  it.each([
    [["a", "b"], 1],
    [["a", "x"], undefined],
    [["list", 1], "two"],
    [["text", "length"], undefined],
  ] as const)("reads %j", (path, value) => {
    expect(getAt({ a: { b: 1 }, list: ["one", "two"], text: "text" }, [...path])).toEqual(value);
  });
});
