import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { problemSchema } from "@/lib/api/contract";
import { AppError } from "@/lib/errors";
import { guarded } from "./handler";
import { pageFailure, wayRefusal } from "./page-answers";
import { logRequestError } from "./request-error";
import { shareRefusal } from "./share-answers";

const NUMBER = /^[0-9a-f]{8}-[0-9a-f]{4}$/;
const ADDRESS = "http://127.0.0.1/api/jobs/a-private-id/cancel?q=a-private-query";
const route = { params: Promise.resolve({ id: "a-private-id" }) };

let lines: string[] = [];
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const ask = (answer: () => Promise<Response>, host = "127.0.0.1") =>
  guarded(new Request(ADDRESS, { headers: { host, "x-request-id": "forged" } }), route, answer);
const failing = (error: unknown) => ask(() => Promise.reject(error));

describe("a request's number", () => {
  it.each([
    ["an answer", () => ask(async () => Response.json({}))],
    ["an answer without a body", () => ask(async () => new Response(null, { status: 304 }))],
    ["a refusal", () => failing(new AppError("notFound"))],
    ["a failure", () => failing(new Error("no such table: jobs"))],
    ["a refused name", () => ask(async () => Response.json({}), "evil.example")],
    ["a page under a refused name", async () => wayRefusal(new AppError("wrongHost", { host: "evil.example" }), "en")],
    ["a link that leads nowhere", async () => shareRefusal()],
    ["a page that cannot be shown", async () => pageFailure(new Error("x"), new Request(ADDRESS))],
  ])("is on %s, and is the studio's own", async (_, answered) => {
    expect((await answered()).headers.get("x-request-id")).toMatch(NUMBER);
  });

  it("is the same in the header, in the problem, in its words and in the log", async () => {
    const response = await failing(new Error("no such table: jobs"));
    const problem = problemSchema.parse(await response.json());
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
    expect(problem.detail).toContain(problem.requestId);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      event: "request-failed",
      requestId: problem.requestId,
      route: "/api/jobs/[id]/cancel",
      method: "GET",
      status: 500,
      error: [{ name: "Error", message: "no such table …" }],
    });
  });

  it("is told where not even the page of errors can be shown", async () => {
    const response = pageFailure(new Error("x"), new Request(ADDRESS));
    const number = response.headers.get("x-request-id") ?? "";
    expect(await response.text()).toContain(number);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "page-failed", requestId: number });
    expect([response.status, pageFailure(new AppError("stopping"), new Request(ADDRESS)).status]).toEqual([500, 503]);
  });
});

describe("the log", () => {
  it.each([
    ["a full disk", () => failing(new AppError("storageFull")), 507],
    ["an answer that says so itself", () => ask(async () => Response.json({}, { status: 503 })), 503],
  ])("has a line for %s", async (_, answered, status) => {
    await answered();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: "request-failed", status }]);
  });

  it("has no line for what the caller did wrong", async () => {
    await failing(new AppError("notFound"));
    await ask(async () => Response.json({}), "evil.example");
    expect(lines).toEqual([]);
  });

  it("has a line for a page that throws, with the number that the page of errors shows", () => {
    const error = Object.assign(new Error("A hill of gold"), { digest: "1234567890" });
    logRequestError(error, { method: "GET" }, { routePath: "/(studio)/jobs/[id]/page", routeType: "render" });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      event: "page-failed",
      route: "/jobs/[id]",
      error: [{ digest: "1234567890" }],
    });
    expect(lines[0]).not.toContain("hill");
  });
});
