import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { ownFiles, type RequestForm, writeRequest } from "./write-request";

const run = promisify(execFile);
const ID = "maker/Model 01 (it's)/text-to-video";
const INPUT: JsonObject = {
  prompt: `the child's "coat" costs $5 \`now\`, \\n is no line, 100 % !! ^ é 角色 😀 \u2028 true\nnull,\n\t</script>`,
  "key's": ["True", "false", "'\\''", `'"'"'`, "@file", ""],
  loras: [{ path: "C:\\temp\\x", scale: 0.1 }, {}],
  numbers: [0, -1.5, 1e21, 5e-324, 123456789012345680000],
  on: true,
  off: false,
  none: null,
  empty: [],
  lone: "\ud800",
};

type Seen = { url: string; key: string | undefined; type: string | undefined; body: string };

let server: Server;
let baseUrl: string;
let folder: string;
const seen: Seen[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const url = request.url ?? "";
    if (request.method === "POST") {
      const { authorization: key, "content-type": type } = request.headers;
      seen.push({ url, key, type, body: Buffer.concat(parts).toString("utf8") });
    }
    const status = url.endsWith("/status") ? "completed" : "succeeded";
    response.end(JSON.stringify({ request_id: "r1", status, output: { video: "https://x.net/v.mp4" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), "request-"));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const TOOLS: Record<Exclude<RequestForm, "json">, { needs: string; name: string; start: string }> = {
  curl: { needs: "curl", name: "request.sh", start: "bash" },
  typescript: { needs: "node", name: "request.mjs", start: "node" },
  python: { needs: "python3", name: "request.py", start: "python3" },
};

describe.each(Object.entries(TOOLS))("the %s form", (form, { needs, name, start }) => {
  it("sends the very input, with the key from the environment", async (context) => {
    const there = await run(needs, ["--version"]).catch(() => undefined);
    if (!there) return context.skip(`${needs} is not installed`);
    const file = join(folder, name);
    writeFileSync(file, writeRequest(form as RequestForm, { baseUrl, modelId: ID, input: INPUT }));
    const env = { ...process.env, LANG: "C.UTF-8", RUNCOMFY_API_KEY: "secret", no_proxy: "127.0.0.1" };
    const { stdout } = await run(start, [file], { env });
    const [request, ...more] = seen.splice(0);
    expect(more).toEqual([]);
    expect(JSON.parse(request?.body ?? "")).toEqual(INPUT);
    expect(request).toMatchObject({
      url: "/v1/models/maker/Model%2001%20%28it%27s%29/text-to-video",
      key: "Bearer secret",
      type: "application/json",
    });
    if (form !== "curl") expect(JSON.parse(stdout)).toMatchObject({ output: { video: "https://x.net/v.mp4" } });
  });
});

it("counts the files that only this studio holds", () => {
  expect(ownFiles({ a: "asset:1", list: ["asset:2", "https://x.net/a.png"], loras: [{ path: "asset:3" }], n: 1 })).toBe(
    3,
  );
});
