import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { allowSlowUploads } from "@/lib/server/slow-uploads";
import { rawUpload } from "@/tests/support/faults/raw-upload";

/** A server that waits for a request no longer than 200 ms, and looks often whether one is over time. */
async function impatientServer(): Promise<URL> {
  const limits = { requestTimeout: 200, headersTimeout: 200, connectionsCheckingInterval: 20 };
  const server = createServer(limits, (request, response) => {
    request.on("error", () => undefined);
    request.on("end", () => response.writeHead(201).end());
    request.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

async function uploadSlowly(url: URL): Promise<number> {
  const upload = rawUpload(url, { "Content-Length": 8 });
  for (let byte = 0; byte < 8; byte++) {
    upload.write("x");
    await pause(100);
  }
  return upload.status();
}

it("an upload that takes longer than a server waits for a request is received whole", async () => {
  expect(await uploadSlowly(await impatientServer())).toBe(408);
  allowSlowUploads();
  expect(await uploadSlowly(await impatientServer())).toBe(201);
});
