import { createServer, type Server } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Substitute } from "@/tests/support/upstream/script";
import { startUpstream } from "@/tests/support/upstream/server";
import type { UpstreamRequest } from "./http";
import { createHttpFetch } from "./http-fetch";
import { errorCodeOf, isNotConnected } from "./not-connected";

const POST: UpstreamRequest = {
  method: "POST",
  headers: { authorization: "Bearer k" },
  body: "{}",
  signal: new AbortController().signal,
  redirect: "manual",
};

function openFetch(options?: Parameters<typeof createHttpFetch>[0]) {
  const fetch = createHttpFetch(options);
  onTestFinished(() => fetch.close());
  return fetch;
}

/** A server that accepts connections and never says a word. */
async function startSilence(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

describe("createHttpFetch", () => {
  it.each([301, 302, 303, 307, 308, 401, 407, 408, 421, 425, 429, 503])(
    "hands over a %d and sends the POST once",
    async (status) => {
      const headers = { location: "/v1/models/a/b", "retry-after": "0", "www-authenticate": "Basic" };
      const answer: Substitute = { status, headers };
      const server = await startUpstream({ faults: [{ verb: "submit", times: 9, answer }] });
      onTestFinished(server.close);
      const response = await openFetch()(`${server.url}/v1/models/a/b`, POST);
      expect(response.status).toBe(status);
      expect(response.headers.get("Retry-After")).toBe("0");
      expect(response.headers.get("x-missing")).toBeNull();
      for await (const _chunk of response.body ?? []);
      expect(server.ledger.requests).toHaveLength(1);
    },
  );

  it("says that it was not connected when a connection takes too long to make", async () => {
    const port = await startSilence();
    const error = await openFetch({ connectTimeoutMs: 100 })(`https://127.0.0.1:${port}/`, POST).catch(
      (reason: unknown) => reason,
    );
    expect(isNotConnected(error)).toBe(true);
    expect(errorCodeOf(error)).toBe("UND_ERR_CONNECT_TIMEOUT");
  });

  it("does not say so once a request is on its way", async () => {
    const server = await startUpstream({ faults: [{ verb: "submit", deliver: { how: "reset", after: "nothing" } }] });
    onTestFinished(server.close);
    const error = await openFetch()(`${server.url}/v1/models/a/b`, POST).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(isNotConnected(error)).toBe(false);
  });
});
