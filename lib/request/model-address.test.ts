import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAddresses } from "./model-address";

const ONE_PATTERN = /https?:\/\/[^\s"'<>]*?\/v1\/(models|requests)\/([\w.~%$+@:=!*/-]*)/g;
const parts = fc.constantFrom("http://", "https:/", "/", "x.net", "/v1/models/", "/v1/requests", "a/b", ",", " ", '"');

describe("findAddresses", () => {
  it("finds the places that one pattern for the whole would find", () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (list) => {
        const text = list.join("");
        const places = Array.from(text.matchAll(ONE_PATTERN), ({ 0: all, index }) => [index, index + all.length]);
        expect(findAddresses(text).map(({ start, end }) => [start, end])).toEqual(places);
      }),
      { numRuns: 1000 },
    );
  });
});
