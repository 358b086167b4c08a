import { expect, it } from "vitest";
import { isForwarded } from "./forwarded";

it.each([["127.0.0.1"], ["127.0.0.2"], ["::1"], ["::ffff:127.0.0.1"], ["127.0.0.1, ::1"]])(
  "x-forwarded-for: %s is this machine",
  (address) => {
    expect(isForwarded(new Headers({ "x-forwarded-for": address }))).toBe(false);
  },
);

it.each([
  { "x-forwarded-for": "203.0.113.9" },
  { "x-forwarded-for": "127.0.0.1, 203.0.113.9" },
  { "x-forwarded-for": "203.0.113.9, 127.0.0.1" },
  { "x-forwarded-for": "::ffff:203.0.113.9" },
  { "x-forwarded-for": "127.0.0.1.evil.example" },
  { "x-forwarded-for": "unknown" },
  { "x-forwarded-for": "" },
  { "x-real-ip": "127.0.0.1" },
  { forwarded: "for=127.0.0.1" },
])("%j came through another", (headers) => {
  expect(isForwarded(new Headers(headers))).toBe(true);
});

it("nothing of the sort is this machine", () => {
  expect(isForwarded(new Headers())).toBe(false);
});
