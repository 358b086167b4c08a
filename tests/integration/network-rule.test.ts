import { describe, expect, it } from "vitest";
import { type SourceFile, shipped } from "@/tests/support/architecture";
import { read, sourceFiles } from "@/tests/support/imports";
import { needlessExceptions, networkProblems } from "@/tests/support/network-rule";

const paths = shipped(
  sourceFiles("app", "components", "lib", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"),
);
const product: SourceFile[] = paths.map((path) => ({ path, source: read(path) }));

describe("connections are made in few places", () => {
  it("in the whole product", () => {
    expect(product.length).toBeGreaterThan(300);
    expect(product.flatMap(networkProblems)).toEqual([]);
  });

  it("and each of these is needed", () => {
    expect(needlessExceptions(product)).toEqual([]);
  });

  it.each([
    ["the global fetch", `const answer = await fetch(address);`],
    ["the global fetch by another name", `const get = globalThis.fetch;`],
    ["the global fetch handed on", `const get = fetch;`],
    ["undici", `import { request } from "undici";`],
    ["undici, later", `const { request } = await import("undici");`],
    ["http", `import { get } from "node:http";`],
    ["https without its prefix", `import https from 'https';`],
    ["a socket", `import { connect } from "node:net";`],
    ["a name server", `import { resolve4 } from "node:dns/promises";`],
    ["a datagram", `import { createSocket } from "node:dgram";`],
    ["a program", `import { execFile } from "node:child_process";`],
    ["a web socket", `const socket = new WebSocket(address);`],
    ["a video at an address", `const source = new UrlSource(address);`],
    ["a picture at an address", `const image = await loadImage(address);`],
  ])("and finds %s in another one", (_, source) => {
    expect(networkProblems({ path: "lib/storage/deliver.ts", source })).toHaveLength(1);
  });

  it("and lets pass what is handed in, words, and types", () => {
    const source = `// by fetch(address)\nconst answer = await options.fetch(address); await query.refetch();
import type { Server } from "node:http";`;
    expect(networkProblems({ path: "lib/jobs/x.ts", source })).toEqual([]);
  });
});
