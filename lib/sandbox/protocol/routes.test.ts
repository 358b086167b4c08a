import { describe, expect, it } from "vitest";
import { parseRoute } from "./routes";

describe("parseRoute", () => {
  it.each([
    ["/v1/models", { kind: "models" }],
    ["/v1/models/", { kind: "models" }],
    ["/v1/models/categories", { kind: "categories" }],
    ["/v1/models/maker/model", { kind: "model", id: "maker/model" }],
    ["/v1/models/minimax/Hailuo%20Video%2001%20Live", { kind: "model", id: "minimax/Hailuo Video 01 Live" }],
    ["/v1/models/a/b/c/d/e", { kind: "model", id: "a/b/c/d/e" }],
    ["/v1/models/a/b/c/d/e/f", { kind: "malformedModel" }],
    ["/v1/models/alone", { kind: "malformedModel" }],
    ["/v1/models/maker//model", { kind: "malformedModel" }],
    ["/v1/models/maker/a%2Fb", { kind: "malformedModel" }],
    ["/v1/models/maker/%E0%A4%A", { kind: "malformedModel" }],
    ["/v1/requests/abc/status", { kind: "status", requestId: "abc" }],
    ["/v1/requests/abc/result", { kind: "result", requestId: "abc" }],
    ["/v1/requests/abc/cancel", { kind: "cancel", requestId: "abc" }],
    ["/v1/outputs/abc.mp4", { kind: "output", requestId: "abc" }],
  ])("understands %s", (path, route) => {
    expect(parseRoute(path)).toEqual(route);
  });

  it.each([
    "/",
    "/v1",
    "/v2/models",
    "/v1/requests",
    "/v1/requests/abc",
    "/v1/requests//status",
    "/v1/requests/abc/logs",
    "/v1/requests/abc/status/more",
    "/v1/outputs/abc.webm",
    "/v1/outputs/.mp4",
    "/v1/outputs/abc.mp4/more",
  ])("knows nothing at %s", (path) => {
    expect(parseRoute(path)).toBeUndefined();
  });
});
