import { format, inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ApiKey } from "./api-key";

const SECRET = 'rc-"secret"+1/2=';

describe("ApiKey", () => {
  it("gives its value to the Authorization header", () => {
    expect(new ApiKey(SECRET).authorization()).toBe(`Bearer ${SECRET}`);
  });

  it.each([
    ["String()", (key: ApiKey) => String(key)],
    ["a template", (key: ApiKey) => `${key}`],
    ["JSON", (key: ApiKey) => JSON.stringify({ key })],
    ["inspect", (key: ApiKey) => inspect({ key }, { depth: 5, showHidden: true })],
    ["console's format", (key: ApiKey) => format("%s %o %j", key, key, key)],
    ["a spread", (key: ApiKey) => JSON.stringify({ ...key })],
    ["an error's cause", (key: ApiKey) => inspect(new Error("failed", { cause: key }))],
  ])("does not show it through %s", (_way, show) => {
    expect(show(new ApiKey(SECRET))).not.toContain("secret");
  });

  it.each([
    ["plain", `Bearer ${SECRET} is not valid, ${SECRET}`],
    ["as JSON", JSON.stringify({ token: SECRET })],
    ["percent-encoded", `?token=${encodeURIComponent(SECRET)}`],
  ])("redacts it where a text echoes it %s", (_spelling, text) => {
    const redacted = new ApiKey(SECRET).redact(text);
    expect(redacted).toContain("[key]");
    expect(redacted).not.toContain("secret");
  });

  it.each(["", "two words", "line\nbreak", "tab\t", "ключ"])("refuses %j without quoting it", (value) => {
    const construct = () => new ApiKey(value);
    expect(construct).toThrow(TypeError);
    expect(construct).toThrow(/visible ASCII/);
  });
});
