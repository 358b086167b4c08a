import { describe, expect, it } from "vitest";
import { mountOf } from "./mount";

const at = (url: string, headers: Record<string, string> = {}) => mountOf(new Request(url, { headers }), "/sandbox");

describe("mountOf", () => {
  it.each([
    ["below the prefix", "http://127.0.0.1:3000/sandbox/v1/models", "http://127.0.0.1:3000/sandbox", "/v1/models"],
    ["without the prefix", "http://sandbox.internal/v1/models", "http://sandbox.internal", "/v1/models"],
    ["at the prefix itself", "http://a.test/sandbox", "http://a.test/sandbox", "/"],
    ["beside the prefix", "http://a.test/sandboxes/v1", "http://a.test", "/sandboxes/v1"],
    ["with escapes", "http://a.test/sandbox/v1/models/a/b%20c?x=1", "http://a.test/sandbox", "/v1/models/a/b%20c"],
  ])("finds a request %s", (_where, url, base, path) => {
    expect(at(url)).toEqual({ base, path });
  });

  it.each([
    ["a host", { host: "studio.example:8443" }, "http://studio.example:8443/sandbox"],
    ["an IPv6 host", { host: "[::1]:3000" }, "http://[::1]:3000/sandbox"],
    ["a scheme in front of it", { host: "a.example", "x-forwarded-proto": "https" }, "https://a.example/sandbox"],
    ["a host with a path", { host: "evil.example/x" }, "http://localhost:3000/sandbox"],
    ["a host with credentials", { host: "u:p@evil.example" }, "http://localhost:3000/sandbox"],
    ["an endless host", { host: "a".repeat(256) }, "http://localhost:3000/sandbox"],
    ["a scheme that is none of the web's", { "x-forwarded-proto": "javascript" }, "http://localhost:3000/sandbox"],
  ])("builds addresses for a caller that names %s", (_what, headers, base) => {
    expect(at("http://localhost:3000/sandbox/v1/models", headers as Record<string, string>).base).toBe(base);
  });
});
