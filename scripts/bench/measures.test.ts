import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { firstLoadBytes } from "./first-load";
import { median, quantile, timesOf } from "./latency";
import { table } from "./report";

let close = () => {};
afterEach(() => close());

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

describe("firstLoadBytes", () => {
  const scripts: Record<string, string> = {
    "/a.js": "a".repeat(5000),
    "/b.js?v=1&w=2": "let b = 1;",
    "/old.js": "old",
  };
  const page = `<script src="/a.js" async=""></script><script>inline()</script>
    <script src="/b.js?v=1&amp;w=2"></script><script src="/a.js"></script><script src="/old.js" noModule=""></script>`;

  it("adds up each script once, gzipped, without those for old browsers", async () => {
    const url = await serve(({ url = "" }, response) => response.end(scripts[url] ?? page));
    const expected = ["/a.js", "/b.js?v=1&w=2"].map((path) => gzipSync(scripts[path] ?? "").byteLength);
    expect(await firstLoadBytes(`${url}/`)).toBe(expected.reduce((sum, size) => sum + size));
  });

  it("fails where a script is missing", async () => {
    const url = await serve(({ url: path }, response) => {
      response.statusCode = path === "/" ? 200 : 404;
      response.end(page);
    });
    await expect(firstLoadBytes(`${url}/`)).rejects.toThrow("answered 404");
  });
});

describe("timesOf", () => {
  it("takes turns between the addresses over one connection", async () => {
    const seen: string[] = [];
    const sockets = new Set<unknown>();
    const url = await serve(({ url: path = "", socket }, response) => {
      seen.push(path);
      sockets.add(socket);
      response.end("ok");
    });
    const times = await timesOf([`${url}/a`, `${url}/b`], 3);
    expect(seen).toEqual(["/a", "/b", "/a", "/b", "/a", "/b"]);
    expect(times.map((list) => list.length)).toEqual([3, 3]);
    expect(sockets.size).toBe(1);
  });

  it("does not count a failure as an answer", async () => {
    const url = await serve((_, response) => response.writeHead(500).end());
    await expect(timesOf([url], 1)).rejects.toThrow("answered 500");
  });
});

describe("the report", () => {
  it.each([
    [[1, 2, 3, 4, 5], 0.5, 3],
    [[1, 2, 3, 4, 5], 0.99, 5],
    [[7], 0.5, 7],
  ])("takes of %j the quantile %d as %d", (sorted, share, expected) => {
    expect(quantile(sorted, share)).toBe(expected);
  });

  it("has a median of nothing that is no number", () => {
    expect(median([])).toBeNaN();
  });

  it("lines up its columns", () => {
    expect(
      table([
        { what: "polls", value: "4 / 4 / 4", promise: "equal" },
        { what: "time", value: "1 ms" },
      ]),
    ).toBe(
      [
        "measured      value  to hold",
        "────────  ─────────  ───────",
        "polls     4 / 4 / 4  equal",
        "time           1 ms",
      ].join("\n"),
    );
  });
});
