import { describe, expect, it } from "vitest";
import { MAX_FORM_BYTES } from "@/lib/server/form-body";
import nextConfig from "@/next.config";
import { config } from "@/proxy";

const DEFAULT_BYTES = 10_000_000;

/** As Next compares a path that has no parameters with the matcher. */
const isCopied = (path: string) => new RegExp(`^${config.matcher}$`).test(path);

describe("the body that Next copies before a page is asked for", () => {
  it("is far smaller than Next would have it, and holds the form of a link's password", () => {
    const bytes = nextConfig.experimental?.proxyClientMaxBodySize;
    expect(bytes).toBeGreaterThan(MAX_FORM_BYTES);
    expect(bytes).toBeLessThan(DEFAULT_BYTES / 50);
  });

  it.each(["/api/uploads", "/api/imports", "/api/jobs", "/api/assets/id/sprite", "/sandbox/v1/models/a/b"])(
    "is never one of %s, which Next would cut off",
    (path) => expect(isCopied(path)).toBe(false),
  );

  it.each(["/", "/gallery", "/login", "/s/token/unlock"])("may be one of %s", (path) => {
    expect(isCopied(path)).toBe(true);
  });
});
