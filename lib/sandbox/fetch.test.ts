import { describe, expect, it } from "vitest";
import { createSandboxFetch, SANDBOX_BASE_URL } from "./fetch";

const echo = createSandboxFetch({
  handle: async (request) => Response.json([request.method, request.url, await request.text()]),
});
const silent = createSandboxFetch({ handle: () => new Promise<Response>(() => {}) });

describe("the sandbox's fetch", () => {
  it("hands a call over as a request", async () => {
    const response = await echo(`${SANDBOX_BASE_URL}/v1/models/a/b`, { method: "POST", body: "{}" });
    expect(await response.json()).toEqual(["POST", `${SANDBOX_BASE_URL}/v1/models/a/b`, "{}"]);
    expect(await (await echo(new Request(`${SANDBOX_BASE_URL}/v1/models`))).json()).toContain("GET");
  });

  it.each(["http://127.0.0.1/sandbox/v1/models", `${SANDBOX_BASE_URL}.evil.test/v1`, "http://sandbox.internal/v1"])(
    "reaches nothing at %s",
    async (url) => {
      await expect(echo(url)).rejects.toThrow(TypeError);
    },
  );

  it("gives up as soon as its signal says so, before the call or during it", async () => {
    const during = new AbortController();
    const call = silent(`${SANDBOX_BASE_URL}/v1/models`, { signal: during.signal });
    during.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
    const before = silent(`${SANDBOX_BASE_URL}/v1/models`, { signal: AbortSignal.abort(new Error("never")) });
    await expect(before).rejects.toThrow("never");
  });
});
