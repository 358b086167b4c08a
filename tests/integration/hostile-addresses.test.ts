import { buffer } from "node:stream/consumers";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createGuardedFetch } from "@/lib/net/guarded-fetch";
import { GuardedFetchError } from "@/lib/net/guarded-fetch-error";
import { HOSTILE_ADDRESSES } from "@/tests/support/hostile/addresses";
import {
  dialFrom,
  hostileLookup,
  type Listener,
  listenEverywhere,
  startPublicServer,
} from "@/tests/support/hostile/internet";
import { HOSTILE_REDIRECTS } from "@/tests/support/hostile/redirects";

const LIMITS = { maxBytes: 1_000, timeoutMs: 5_000 };

let inside: Listener;
let outside: Awaited<ReturnType<typeof startPublicServer>>;
beforeAll(async () => {
  inside = await listenEverywhere();
  outside = await startPublicServer();
});
afterAll(() => {
  inside.close();
  outside.close();
});

function openFetch() {
  const dialled: string[] = [];
  const guardedFetch = createGuardedFetch({ lookup: hostileLookup(), dial: dialFrom(outside.port, dialled) });
  onTestFinished(() => guardedFetch.close());
  return { guardedFetch, dialled };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => "no error",
    (reason: unknown) => reason,
  );
  return error instanceof GuardedFetchError ? error.code : error;
}

const here = (address: string) => address.replaceAll("{port}", String(inside.port));

it("tries each address once, at least 120 of them and 50 redirects", () => {
  expect(new Set(HOSTILE_ADDRESSES.map(({ address }) => address)).size).toBe(HOSTILE_ADDRESSES.length);
  expect(HOSTILE_ADDRESSES.length).toBeGreaterThanOrEqual(120);
  expect(HOSTILE_REDIRECTS.length).toBeGreaterThanOrEqual(50);
});

describe("an address from outside that leads inside", () => {
  it.each(HOSTILE_ADDRESSES)("is $code and reaches nobody: $address", async ({ address, code }) => {
    const before = [inside.connections(), outside.requests.length];
    const { guardedFetch, dialled } = openFetch();
    expect(await codeOf(guardedFetch(here(address), LIMITS))).toBe(code);
    expect(dialled).toEqual([]);
    expect([inside.connections(), outside.requests.length]).toEqual(before);
  });

  it("would reach somebody without the guard, in many of its spellings", async () => {
    const hosts = HOSTILE_ADDRESSES.map(({ address }) => here(address)).filter(isThisMachine);
    const before = inside.connections();
    for (const address of hosts) {
      const { body } = await request(new URL(new URL(address).href.replace(/^https:/, "http:")));
      expect(await body.text()).toBe("inside");
    }
    expect(inside.connections() - before).toBe(hosts.length);
    expect(hosts.length).toBeGreaterThan(30);
  });
});

function isThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username } = new URL(address);
  const isLoopback = /^(127\.[\d.]+|0\.0\.0\.0)$/.test(hostname);
  return protocol === "https:" && isLoopback && port === String(inside.port) && username === "";
}

describe("a redirect that leads inside", () => {
  it.each(HOSTILE_REDIRECTS)(
    "is $code and reaches nobody: $status to $location",
    async ({ status, location, code }) => {
      const before = inside.connections();
      const { guardedFetch, dialled } = openFetch();
      const address = `https://public.test/${status}?to=${encodeURIComponent(here(location))}`;
      expect(await codeOf(guardedFetch(address, LIMITS))).toBe(code);
      expect(dialled).toEqual([]);
      expect(inside.connections()).toBe(before);
    },
  );

  it.each([300, 304, 305, 306])("is an answer like any other as %s", async (status) => {
    const before = inside.connections();
    const { guardedFetch } = openFetch();
    const address = `https://public.test/${status}?to=${encodeURIComponent(here("https://127.0.0.1:{port}/"))}`;
    const answer = await guardedFetch(address, LIMITS);
    answer.body.destroy();
    expect([answer.status, inside.connections()]).toEqual([status, before]);
  });
});

describe("an address that tries to be two", () => {
  it.each([
    ["https://public.test\\@127.0.0.1:{port}/", "/@127.0.0.1:{port}/"],
    ["https://public.test/\r\nx-injected: 1", "/x-injected:%201"],
    ["https://public.test/%0d%0ax-injected:%201", "/%0d%0ax-injected:%201"],
    ["https://public.test/?a=\u{110}\r\nHost: 127.0.0.1", "/?a=%C4%90Host:%20127.0.0.1"],
    ["https://public.test#@127.0.0.1:{port}/", "/"],
    ["https:/public.test/", "/"],
  ])("goes where its host says, with one request: %j", async (address, path) => {
    const before = inside.connections();
    const { guardedFetch, dialled } = openFetch();
    const { body } = await guardedFetch(here(address), LIMITS);
    expect((await buffer(body)).toString()).toBe("public");
    const last = outside.requests.at(-1);
    expect([last?.host, last?.url]).toEqual(["public.test", here(path)]);
    expect(last?.lines.map((line) => line.toLowerCase())).not.toContain("x-injected");
    expect([dialled, inside.connections()]).toEqual([[], before]);
  });
});
