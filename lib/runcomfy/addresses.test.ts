import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRequestId, requestAddress, submitAddress } from "./addresses";

const BASE = "https://service.example/api/";

describe("submitAddress", () => {
  it.each([
    ["acme/pictures", "https://service.example/api/v1/models/acme/pictures"],
    ["acme/Video Model 01.5 Live", "https://service.example/api/v1/models/acme/Video%20Model%2001.5%20Live"],
    ["a/b/c/d/e", "https://service.example/api/v1/models/a/b/c/d/e"],
    ["acme/what?x=1#y", "https://service.example/api/v1/models/acme/what%3Fx%3D1%23y"],
    ["acme/%2e%2e", "https://service.example/api/v1/models/acme/%252e%252e"],
  ])("makes %s an address", (modelId, address) => {
    expect(submitAddress(BASE, modelId)).toBe(address);
  });

  it.each(["", "one", "a/b/c/d/e/f", "/a", "a/", "a//b", "a/ /b", "a/../b", "./a", "a/\ud800"])(
    "refuses %j",
    (modelId) => {
      expect(submitAddress(BASE, modelId)).toBeUndefined();
    },
  );

  it("stays below the models path whatever the id", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 5 }), (segments) => {
        const address = submitAddress(BASE, segments.join("/"));
        return address === undefined || new URL(address).href.startsWith("https://service.example/api/v1/models/");
      }),
    );
  });
});

describe("requestAddress", () => {
  it("is built from base, id and verb", () => {
    expect(requestAddress(BASE, "req_1-A", "cancel")).toBe("https://service.example/api/v1/requests/req_1-A/cancel");
  });

  it.each(["", "..", "a/b", "a b", "a?b", "ä", "x".repeat(129)])("refuses the id %j", (id) => {
    expect(() => requestAddress(BASE, id, "status")).toThrow(TypeError);
  });
});

it.each([
  ["x".repeat(128), true],
  ["Az09_-", true],
  ["", false],
  [7, false],
  [null, false],
  ["a\n", false],
])("isRequestId(%j) is %s", (value, expected) => {
  expect(isRequestId(value)).toBe(expected);
});
