import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WireLineage, WireLineageLink } from "@/lib/api/lineage-contract";
import { type LineageNode, lineageTree } from "./tree";

function lineage(ids: readonly string[], links: readonly Pick<WireLineageLink, "from" | "to">[]): WireLineage {
  return {
    jobs: ids.map((id) => ({
      id,
      modelName: "Clip",
      status: "succeeded",
      upstream: "sandbox",
      posterUrl: null,
      ratio: null,
      createdAt: "2026-01-01T00:00:00.000Z",
    })),
    links: links.map((link) => ({ ...link, how: "settings" })),
    cut: { older: false, newer: false },
  };
}

/** `a(b, c*)`: a with b below it, and c which stands elsewhere as well. */
function drawn(nodes: readonly LineageNode[]): string {
  return nodes
    .map(({ job, children, repeated }) => {
      const below = children.length > 0 ? `(${drawn(children)})` : "";
      return `${job.id}${repeated ? "*" : ""}${below}`;
    })
    .join(", ");
}

const pair = (text: string) => ({ from: text[0] ?? "", to: text[1] ?? "" });

describe("a tree of takes", () => {
  it.each([
    ["ab bc", "c", "older", "b(a)"],
    ["ab bc", "a", "newer", "b(c)"],
    ["ab bc", "b", "older", "a"],
    ["ab ac bd cd", "a", "newer", "b(d), c(d*)"],
    ["ab bc ac", "a", "newer", "b(c*), c"],
    ["ab ba", "a", "newer", "b(a*)"],
    ["aa", "a", "newer", "a*"],
    ["ax", "a", "newer", ""],
  ] as const)("of %s for %s to the %s side is %s", (links, id, direction, expected) => {
    const told = lineage(["a", "b", "c", "d"], links.split(" ").map(pair));
    expect(drawn(lineageTree(told, id, direction))).toBe(expected);
  });

  it("ties two takes by all that connects them", () => {
    const told = lineage(["a", "b"], [pair("ab"), pair("ab")]);
    expect(lineageTree(told, "b", "older").map(({ links }) => links.length)).toEqual([2]);
  });

  it("ends and opens each take once, whatever the links say", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(fc.array(fc.record({ from: id, to: id })), (links) => {
        const opened: string[] = [];
        const open = (nodes: readonly LineageNode[]) => {
          for (const { job, repeated, children } of nodes) {
            if (!repeated) opened.push(job.id);
            open(children);
          }
        };
        open(lineageTree(lineage(["a", "b", "c", "d", "e"], links), "a", "newer"));
        expect(new Set(opened).size).toBe(opened.length);
      }),
    );
  });
});
