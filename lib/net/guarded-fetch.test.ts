import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { buffer } from "node:stream/consumers";
import { buildConnector } from "undici";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Lookup } from "./guarded-connector";
import { createGuardedFetch, type GuardedFetchOptions } from "./guarded-fetch";
import { GuardedFetchError } from "./guarded-fetch-error";
import type { Dial } from "./pinned-dial";

const LIMITS = { maxBytes: 1_000, timeoutMs: 5_000 };
const PUBLIC = { address: "93.184.216.34", family: 4 };
const LOOPBACK = { address: "127.0.0.1", family: 4 };

type Target = { origin: string; port: number; connections: () => number; requests: IncomingMessage[] };

async function startTarget(listener: RequestListener = (_request, response) => response.end("ok")): Promise<Target> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  let connections = 0;
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, port, connections: () => connections, requests };
}

function openFetch(options: GuardedFetchOptions = {}) {
  const guardedFetch = createGuardedFetch(options);
  onTestFinished(() => guardedFetch.close());
  return guardedFetch;
}

/** Stands for the internet: whatever address was let through leads, in plain HTTP, to the target. */
function dialTo(target: Target, dialled: string[] = []): Dial {
  const connect = buildConnector({});
  return (addresses, options, callback) => {
    dialled.push(addresses.map(({ address }) => address).join());
    connect({ ...options, protocol: "http:", hostname: "127.0.0.1", port: String(target.port) }, callback);
  };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => "no error",
    (reason: unknown) => reason,
  );
  return error instanceof GuardedFetchError ? error.code : error;
}

const NAMES: Record<string, { address: string; family: number }[]> = {
  localhost: [LOOPBACK],
  "localhost.": [LOOPBACK],
  "127.0.0.1.names.test": [LOOPBACK],
  "metadata.test": [{ address: "169.254.169.254", family: 4 }],
  "v6.test": [{ address: "::1", family: 6 }],
  "mapped.test": [{ address: "::ffff:7f00:1", family: 6 }],
  "zone.test": [{ address: "fe80::1%lo", family: 6 }],
  "mixed.test": [PUBLIC, LOOPBACK],
  "empty.test": [],
};
const lookup: Lookup = async (hostname) => NAMES[hostname] ?? [PUBLIC];

describe("an address that leads inside", () => {
  const spellings = [
    ...[
      "127.0.0.1",
      "127.1",
      "127.0.1",
      "127.255.0.1",
      "2130706433",
      "0x7f000001",
      "0x7f.0.0.1",
      "017700000001",
      "0177.0.0.1",
    ],
    ...["127.0.0.1.", "127.0.0.0x1", "0", "0.0.0.0", "0x0", "①②⑦.⓪.⓪.①", "127。0。0。1", "%31%32%37.0.0.1"],
    ...[
      "[::1]",
      "[0:0:0:0:0:0:0:1]",
      "[::]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "[::127.0.0.1]",
      "[0:0:0:0:0:ffff:7f00:0001]",
    ],
    ...["[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:0:0:0:0:80ff:fffe]"],
    ...[
      "10.0.0.1",
      "172.16.0.1",
      "192.168.1.1",
      "100.64.0.1",
      "169.254.169.254",
      "0xa9fea9fe",
      "2852039166",
      "198.18.0.1",
    ],
    ...["224.0.0.1", "255.255.255.255", "[fe80::1]", "[fd00:ec2::254]", "[fc00::1]", "[fec0::1]", "[ff02::1]"],
    ...[
      "localhost",
      "LOCALHOST",
      "localhost.",
      "127.0.0.1.names.test",
      "metadata.test",
      "v6.test",
      "mapped.test",
      "zone.test",
    ],
    ...["mixed.test", "empty.test"],
  ];

  it(`is refused in each of ${spellings.length} spellings, and reaches nothing`, async () => {
    const target = await startTarget();
    const guardedFetch = openFetch({ lookup });
    for (const host of spellings) {
      expect([host, await codeOf(guardedFetch(`https://${host}:${target.port}/`, LIMITS))]).toEqual([
        host,
        "notPublic",
      ]);
    }
    expect(target.connections()).toBe(0);
  });

  it.each([
    ["http", (port: number) => `http://127.0.0.1:${port}/`],
    ["http to a public name", (port: number) => `http://public.test:${port}/`],
    ["a user name", (port: number) => `https://public.test@127.0.0.1:${port}/`],
    ["a password", (port: number) => `https://:secret@public.test:${port}/`],
    ["a zone", (port: number) => `https://[fe80::1%25lo]:${port}/`],
    ["a backslash", (port: number) => `http:\\\\127.0.0.1:${port}\\`],
    ["a file", () => "file:///etc/passwd"],
    ["data", () => "data:text/plain,x"],
    ["a relative path", () => "/etc/passwd"],
    ["nothing", () => ""],
  ])("is refused with %s", async (_title, address) => {
    const target = await startTarget();
    const dialled: string[] = [];
    const guardedFetch = openFetch({ lookup, dial: dialTo(target, dialled) });
    expect(await codeOf(guardedFetch(address(target.port), LIMITS))).toBe("badAddress");
    expect(target.connections()).toBe(0);
  });

  it("is refused when the name changes its address after the first look-up", async () => {
    const target = await startTarget((_request, response) =>
      response.writeHead(302, { location: "/next", connection: "close" }).end(),
    );
    const answers = [[PUBLIC], [LOOPBACK]];
    const dialled: string[] = [];
    const guardedFetch = openFetch({ lookup: async () => answers.shift() ?? [], dial: dialTo(target, dialled) });
    expect(await codeOf(guardedFetch("https://rebinding.test/", LIMITS))).toBe("notPublic");
    expect(dialled).toEqual([PUBLIC.address]);
    expect(target.requests).toHaveLength(1);
  });

  it("looks a name up once for a connection and goes to the very addresses that were checked", async () => {
    const target = await startTarget();
    const asked: string[] = [];
    const dialled: string[] = [];
    const both = [PUBLIC, { address: "2606:4700:4700::1111", family: 6 }];
    const counting: Lookup = async (hostname) => {
      asked.push(hostname);
      return both;
    };
    const { body } = await openFetch({ lookup: counting, dial: dialTo(target, dialled) })(
      "https://files.test/a",
      LIMITS,
    );
    expect((await buffer(body)).toString()).toBe("ok");
    expect(asked).toEqual(["files.test"]);
    expect(dialled).toEqual(["93.184.216.34,2606:4700:4700::1111"]);
    expect(target.requests[0]?.headers.host).toBe("files.test");
  });

  it("names a host that is not found", async () => {
    const error = await openFetch()("https://no-such-host.invalid/?sig=secret", LIMITS).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: "unreachable", message: "unreachable: no-such-host.invalid" });
  });
});

describe("a host that is not on the list", () => {
  it("is refused, at first and after a redirect", async () => {
    const target = await startTarget((_request, response) =>
      response.writeHead(302, { location: "https://other.test/" }).end(),
    );
    const guardedFetch = openFetch({
      lookup,
      dial: dialTo(target),
      allowHosts: (host) => host.endsWith(".files.test"),
    });
    expect(await codeOf(guardedFetch("https://other.test/", LIMITS))).toBe("hostNotAllowed");
    expect(target.requests).toHaveLength(0);
    expect(await codeOf(guardedFetch("https://a.files.test/", LIMITS))).toBe("hostNotAllowed");
    expect(target.requests).toHaveLength(1);
  });
});

describe("a redirect", () => {
  it("is followed three times, and the final address is told", async () => {
    const target = await startTarget(({ url = "" }, response) => {
      const step = Number(url.slice(1));
      if (step === 3) response.end("there");
      else response.writeHead(307, { location: `./${step + 1}` }).end();
    });
    const { body, finalUrl } = await openFetch({ allowOrigins: [target.origin] })(`${target.origin}/0`, LIMITS);
    expect((await buffer(body)).toString()).toBe("there");
    expect(finalUrl).toBe(`${target.origin}/3`);
  });

  it("is not followed a fourth time", async () => {
    const target = await startTarget((_request, response) => response.writeHead(301, { location: "/" }).end());
    expect(await codeOf(openFetch({ allowOrigins: [target.origin] })(target.origin, LIMITS))).toBe("tooManyRedirects");
    expect(target.requests).toHaveLength(4);
  });

  it.each([
    ["https://127.0.0.1/", "notPublic"],
    ["https://[::ffff:127.0.0.1]/", "notPublic"],
    ["//metadata.test/latest", "notPublic"],
    ["http://public.test/", "badAddress"],
    ["https://me:secret@public.test/", "badAddress"],
    ["file:///etc/passwd", "badAddress"],
    ["https://[", "badAddress"],
  ])("to %s is %s", async (location, code) => {
    const target = await startTarget((_request, response) => response.writeHead(302, { location }).end());
    const guardedFetch = openFetch({ lookup, dial: dialTo(target) });
    expect(await codeOf(guardedFetch("https://public.test/", LIMITS))).toBe(code);
    expect(target.requests).toHaveLength(1);
  });

  it("does not lead a stranger to an exempt origin", async () => {
    const inside = await startTarget();
    const target = await startTarget((_request, response) =>
      response.writeHead(302, { location: inside.origin }).end(),
    );
    const guardedFetch = openFetch({ lookup, dial: dialTo(target), allowOrigins: [inside.origin] });
    expect(await codeOf(guardedFetch("https://public.test/", LIMITS))).toBe("notPublic");
    expect(inside.connections()).toBe(0);
  });

  it("does not take the caller's headers to another origin", async () => {
    const target = await startTarget(({ headers }, response) => {
      if (headers.host === "one.test") response.writeHead(302, { location: "https://two.test/" });
      response.end();
    });
    const guardedFetch = openFetch({ lookup, dial: dialTo(target) });
    const { body } = await guardedFetch("https://one.test/", { ...LIMITS, headers: { range: "bytes=5-" } });
    await buffer(body);
    expect(target.requests.map(({ headers }) => headers.range)).toEqual(["bytes=5-", undefined]);
  });
});

describe("an exempt origin", () => {
  it("is exempt to the letter", async () => {
    const target = await startTarget();
    const guardedFetch = openFetch({ allowOrigins: [`${target.origin}/`], lookup });
    const { status, headers, body } = await guardedFetch(`${target.origin}/a?b#c`, LIMITS);
    expect([status, headers["content-length"], (await buffer(body)).toString()]).toEqual([200, "2", "ok"]);
    expect(await codeOf(guardedFetch(`http://localhost:${target.port}/`, LIMITS))).toBe("badAddress");
    expect(await codeOf(guardedFetch(`https://127.0.0.1:${target.port}/`, LIMITS))).toBe("notPublic");
    expect(target.requests).toHaveLength(1);
  });

  it("hands over any status, and asks for the bytes as they are", async () => {
    const target = await startTarget((_request, response) => response.writeHead(404).end("no"));
    const { status, body } = await openFetch({ allowOrigins: [target.origin] })(target.origin, LIMITS);
    expect([status, (await buffer(body)).toString()]).toEqual([404, "no"]);
    expect(target.requests[0]?.headers["accept-encoding"]).toBe("identity");
  });
});

describe("a body", () => {
  const read = async (listener: RequestListener, limits = {}) => {
    const target = await startTarget(listener);
    const { body } = await openFetch({ allowOrigins: [target.origin] })(target.origin, { ...LIMITS, ...limits });
    return (await buffer(body)).byteLength;
  };

  it("may have as many bytes as allowed", async () => {
    expect(await read((_request, response) => response.end(Buffer.alloc(1_000)))).toBe(1_000);
  });

  it.each<[string, RequestListener]>([
    ["announced", (_request, response) => response.end(Buffer.alloc(1_001))],
    ["not announced", (_request, response) => response.write(Buffer.alloc(600), () => response.end(Buffer.alloc(600)))],
    ["endless", (_request, response) => endless(response)],
  ])("is refused with more bytes, %s", async (_title, listener) => {
    expect(await codeOf(read(listener))).toBe("tooLarge");
  });

  it("is refused by its announced length, before it comes", async () => {
    const listener: RequestListener = (_request, response) =>
      response.writeHead(200, { "content-length": 1_001 }).flushHeaders();
    expect(await codeOf(read(listener))).toBe("tooLarge");
  });

  it.each<[string, RequestListener]>([
    ["never begins", () => undefined],
    ["stands still", (_request, response) => response.writeHead(200, { "content-length": 9 }).write("half")],
  ])("that %s is given up in time", async (_title, listener) => {
    expect(await codeOf(read(listener, { timeoutMs: 100 }))).toBe("timedOut");
  });

  it("that nobody reads in time fails when it is read, and not before", async () => {
    let sayClosed: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      sayClosed = resolve;
    });
    const target = await startTarget((request, response) => {
      request.socket.once("close", sayClosed);
      endless(response);
    });
    const limits = { maxBytes: 1_000_000, timeoutMs: 100 };
    const { body } = await openFetch({ allowOrigins: [target.origin] })(target.origin, limits);
    await closed;
    expect(await codeOf(buffer(body))).toBe("timedOut");
  });

  it("that breaks off is no whole file", async () => {
    const listener: RequestListener = (_request, response) => {
      response.writeHead(200, { "content-length": 9 }).write("half", () => response.socket?.end());
    };
    expect(await codeOf(read(listener))).toBe("unreachable");
  });

  it("rejects with the caller's reason when the caller aborts, before or while reading", async () => {
    const reason = new Error("stopped by the user");
    expect(await codeOf(read(() => undefined, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    const stop = new AbortController();
    const target = await startTarget((_request, response) =>
      response.writeHead(200, { "content-length": 9 }).write("half"),
    );
    const { body } = await openFetch({ allowOrigins: [target.origin] })(target.origin, {
      ...LIMITS,
      signal: stop.signal,
    });
    const reading = codeOf(buffer(body));
    stop.abort(reason);
    expect(await reading).toBe(reason);
  });

  it("that is not wanted closes its connection", async () => {
    let sayClosed: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      sayClosed = resolve;
    });
    const target = await startTarget((request, response) => {
      request.socket.once("close", sayClosed);
      response.writeHead(200, { "content-length": 9 }).write("half");
    });
    const { body } = await openFetch({ allowOrigins: [target.origin] })(target.origin, LIMITS);
    body.destroy();
    await closed;
    expect(body.destroyed).toBe(true);
  });
});

function endless(response: Parameters<RequestListener>[1]): void {
  if (response.destroyed) return;
  response.write(Buffer.alloc(64_000), () => endless(response));
}
