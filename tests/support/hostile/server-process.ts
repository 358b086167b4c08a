// Fetches every hostile address and redirect, and answers without an end, several at a time, and prints how many were refused, how
// many connections came in, and how much more memory that took at its peak.
//   node scripts/run.mjs tests/support/hostile/server-process.ts
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { createGuardedFetch } from "@/lib/net/guarded-fetch";
import { HOSTILE_ADDRESSES } from "./addresses";
import { dialFrom, hostileLookup, listenEverywhere, startPublicServer } from "./internet";
import { watchMemory } from "./peak-memory";
import { HOSTILE_REDIRECTS } from "./redirects";

const AT_ONCE = 8;
const TIMES = 3;

const inside = await listenEverywhere();
const outside = await startPublicServer();
const endless = await startEndless();
const guardedFetch = createGuardedFetch({
  lookup: hostileLookup(),
  dial: dialFrom(outside.port, []),
  allowOrigins: [endless.origin],
});
const here = (address: string) => address.replaceAll("{port}", String(inside.port));
const addresses = [
  ...HOSTILE_ADDRESSES.map(({ address }) => here(address)),
  ...HOSTILE_REDIRECTS.map(
    ({ status, location }) => `https://public.test/${status}?to=${encodeURIComponent(here(location))}`,
  ),
  ...["/body", "/head", "/announced"].map((path) => endless.origin + path),
];

const peakMb = await watchMemory("self");
let refused = 0;
const waiting = Array.from({ length: TIMES }, () => addresses).flat();
const total = waiting.length;
const work = async () => {
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const limits = { maxBytes: 2_000_000, timeoutMs: 20_000 };
    await guardedFetch(next, limits)
      .then(({ body }) => buffer(body))
      .catch(() => {
        refused += 1;
      });
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, work));
process.stdout.write(`${JSON.stringify({ total, refused, reached: inside.connections(), moreMb: await peakMb() })}\n`);
process.exit(0);

/** A body or a head that never ends, and a body that is announced as an exabyte. */
async function startEndless() {
  const server = createServer(({ url }, response) => {
    response.on("error", () => undefined);
    if (url === "/head")
      return void flood(response.socket, "HTTP/1.1 200 OK\r\n", "x-more: and more\r\n".repeat(1_000));
    if (url === "/announced") return void response.writeHead(200, { "content-length": 1e18 }).write("x");
    flood(response, "", "x".repeat(64_000));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function flood(to: NodeJS.WritableStream | null, first: string, again: string): void {
  to?.on("error", () => undefined);
  const go = () => {
    if (to?.writable) to.write(again, go);
  };
  to?.write(first, go);
}
