import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDataUri } from "./data-uri";

const base64 = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;

describe("readDataUri", () => {
  it("gives back the bytes that were put in", () => {
    const some = fc.uint8Array({ minLength: 1, maxLength: 300 });
    fc.assert(fc.property(some, (bytes) => Buffer.from(readDataUri(base64(bytes), 300)).equals(bytes)));
  });

  it.each([
    ["base64 after other parameters", "data:image/png;name=a;BASE64,AQID", 3, Buffer.from([1, 2, 3])],
    ["percent-encoding", "data:image/svg+xml,%3Csvg%3E", 10, Buffer.from("<svg>")],
    ["exactly the limit", base64(new Uint8Array(12)), 12, Buffer.alloc(12)],
    ["one byte above the limit", base64(new Uint8Array(13)), 12, "too large"],
    ["far more than the limit", `data:,${"x".repeat(10_000)}`, 12, "too large"],
    ["no comma", "data:image/png;base64", 12, "unreadable data"],
    ["no bytes", "data:image/png;base64,", 12, "unreadable data"],
    ["a broken escape", "data:,%E0%A4%A", 12, "unreadable data"],
  ])("reads %s", (_what, uri, maxBytes, expected) => {
    expect(readDataUri(uri, maxBytes)).toEqual(expected);
  });
});
