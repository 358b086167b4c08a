import { describe, expect, it } from "vitest";
import { ownPath } from "./sign-in-answers";

describe("where a sign-in leads", () => {
  it.each([
    ["/gallery?rating=4", "/gallery?rating=4"],
    ["/", "/"],
    ["", "/"],
    ["gallery", "/"],
    ["//evil.example/", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["https://evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/.//evil.example", "/"],
    ["/jobs/a#part", "/jobs/a"],
  ])("from %j is %s", (next, path) => {
    expect(ownPath(next)).toBe(path);
  });
});
