import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadEnv } from "@/lib/env";
import { GuardedFetchError } from "@/lib/net/guarded-fetch-error";
import { makeLinks } from "@/lib/server/make-links";
import { openSandbox } from "@/tests/support/sandbox/open-sandbox";

const KEY = "key-that-must-not-leave-4711";

async function openLinks(settings: Record<string, string> = {}) {
  const { sandbox } = await openSandbox();
  const env = loadEnv({ RUNCOMFY_API_KEY: KEY, RUNCOMFY_RESULT_HOSTS: "cdn.files.test", ...settings });
  const links = makeLinks(env, { sandbox, deliver: async (input) => ({ ok: true, input }) });
  onTestFinished(() => links.close());
  return links;
}

describe("a result whose address only looks like the service's", () => {
  it.each([
    ["https://runcomfy.net.evil.test/a.mp4", "hostNotAllowed"],
    ["https://a.runcomfy.net.evil.test/a.mp4", "hostNotAllowed"],
    ["https://evilruncomfy.net/a.mp4", "hostNotAllowed"],
    ["https://a.evilruncomfy.net/a.mp4", "hostNotAllowed"],
    ["https://EVILRUNCOMFY.NET/a.mp4", "hostNotAllowed"],
    ["https://runcomfy.net/a.mp4", "hostNotAllowed"],
    ["https://runcomfy.net./a.mp4", "hostNotAllowed"],
    ["https://a.runcomfy.net../a.mp4", "hostNotAllowed"],
    ["https://a.runcomfy.network/a.mp4", "hostNotAllowed"],
    ["https://a.runcomfy.org/a.mp4", "hostNotAllowed"],
    ["https://a.runcomfy.com.br/a.mp4", "hostNotAllowed"],
    ["https://a.runcomfу.net/a.mp4", "hostNotAllowed"],
    ["https://a.runсomfy.net/a.mp4", "hostNotAllowed"],
    ["https://a.runcomfy.nét/a.mp4", "hostNotAllowed"],
    ["https://a-runcomfy.net/a.mp4", "hostNotAllowed"],
    ["https://xcdn.files.test/a.mp4", "hostNotAllowed"],
    ["https://a.cdn.files.test/a.mp4", "hostNotAllowed"],
    ["https://files.test/a.mp4", "hostNotAllowed"],
    ["https://evil.test/a.runcomfy.net/a.mp4", "hostNotAllowed"],
    ["https://evil.test?.runcomfy.net", "hostNotAllowed"],
    ["https://evil.test#.runcomfy.net", "hostNotAllowed"],
    ["https://evil.test\\.runcomfy.net/a.mp4", "hostNotAllowed"],
    ["https://evil.test/\t.runcomfy.net", "hostNotAllowed"],
    ["https://127.0.0.1/a.mp4", "hostNotAllowed"],
    ["https://[::1]/a.mp4", "hostNotAllowed"],
    ["https://a.runcomfy.net@evil.test/a.mp4", "badAddress"],
    ["https://a.runcomfy.net:443@evil.test/a.mp4", "badAddress"],
    ["https://a.runcomfy.net%00.evil.test/a.mp4", "badAddress"],
    ["https://a.runcomfy.net%2f.evil.test/a.mp4", "badAddress"],
    ["http://a.runcomfy.net/a.mp4", "badAddress"],
    ["ftp://a.runcomfy.net/a.mp4", "badAddress"],
  ])("is not fetched: %j (%s)", async (address, code) => {
    const { openOutput } = await openLinks();
    const error = await openOutput(address, "runcomfy").catch((reason: unknown) => reason);
    expect(error instanceof GuardedFetchError && error.code).toBe(code);
  });
});

describe("a service that redirects", () => {
  it.each([300, 301, 302, 303, 307, 308])("by %s gets the key, and whom it names does not", async (status) => {
    const elsewhere = await listen(() => ({ status: 200 }));
    const service = await listen(() => ({ status, location: `${elsewhere.origin}/v1/` }));
    const { links } = await openLinks({ RUNCOMFY_BASE_URL: service.origin });
    await links.runcomfy?.api.submit("a/b", {});
    await links.runcomfy?.api.status("a-request");
    expect(service.keys).toEqual([`Bearer ${KEY}`, `Bearer ${KEY}`]);
    expect(elsewhere.keys).toEqual([]);
  });
});

async function listen(answer: () => { status: number; location?: string }) {
  const keys: (string | undefined)[] = [];
  const server = createServer(({ headers }, response) => {
    keys.push(headers.authorization);
    const { status, location } = answer();
    response.writeHead(status, { connection: "close", ...(location && { location }) }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys };
}
