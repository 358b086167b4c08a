import { expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { payloadHashOf } from "./payload-hash";

const hash = (input: JsonObject) => payloadHashOf({ modelId: "acme/clip", upstream: "runcomfy", input });

it.each<[string, JsonObject, JsonObject, boolean]>([
  ["the order of keys", { a: 1, b: { c: 1, d: 2 } }, { b: { d: 2, c: 1 }, a: 1 }, true],
  ["the order of a list", { a: [1, 2] }, { a: [2, 1] }, false],
  ["a number and its text", { a: 1 }, { a: "1" }, false],
  ["a key with null and no key", { a: null }, {}, false],
  ["keys that are numbers", { "2": "x", "10": "y" }, { "10": "y", "2": "x" }, true],
  ["an object and a list of its pairs", { a: { b: 1 } }, { a: [["b", 1]] }, false],
])("%s: the payloads count as the same or not", (_what, one, other, isSame) => {
  expect(hash(one) === hash(other)).toBe(isSame);
});

it("tells upstreams and models apart", () => {
  const payload = { modelId: "acme/clip", upstream: "runcomfy", input: {} } as const;
  const hashes = [payload, { ...payload, upstream: "sandbox" } as const, { ...payload, modelId: "acme/other" }];
  expect(new Set(hashes.map(payloadHashOf)).size).toBe(3);
});
