import { expect, it } from "vitest";
import { createLogger, type LogLevel } from "./logger";

function logged(use: (logger: ReturnType<typeof createLogger>) => void) {
  const lines: [LogLevel, Record<string, unknown>][] = [];
  use(
    createLogger(
      (level, line) => lines.push([level, JSON.parse(line)]),
      () => 0,
    ),
  );
  return lines;
}

it("writes one JSON object a line, with facts and the chain of causes", () => {
  const error = new Error("outer\nline", { cause: new Error("inner") });
  const [[level, line] = []] = logged((logger) => logger.error("request-failed", { requestId: "r" }, error));
  expect(level).toBe("error");
  expect(line).toMatchObject({
    time: "1970-01-01T00:00:00.000Z",
    level: "error",
    event: "request-failed",
    requestId: "r",
  });
  expect(line?.error).toMatch(/outer[\s\S]*caused by Error: inner/);
});

it("keeps the facts of an event apart from errors that it does not have", () => {
  expect(logged((logger) => logger.info("started", { port: 1 }))[0]?.[1]).not.toHaveProperty("error");
});
