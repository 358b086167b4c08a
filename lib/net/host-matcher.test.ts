import { expect, it } from "vitest";
import { createHostMatcher } from "./host-matcher";

const matches = createHostMatcher(["*.files.example", "Cdn.Example.com"]);

it.each([
  ["a.files.example", true],
  ["a.b.FILES.example", true],
  ["a.files.example.", true],
  ["cdn.example.com", true],
  ["files.example", false],
  [".files.example", false],
  ["evilfiles.example", false],
  ["a.files.example.evil.test", false],
  ["x.cdn.example.com", false],
  ["", false],
])("%s: %s", (host, expected) => {
  expect(matches(host)).toBe(expected);
});
