import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { isRequestId } from "@/lib/runcomfy/addresses";
import { createLogger, type LogLevel } from "./logger";

function logged(use: (logger: ReturnType<typeof createLogger>) => void) {
  const lines: [LogLevel, string][] = [];
  use(
    createLogger(
      (level, line) => lines.push([level, line]),
      () => 0,
    ),
  );
  return lines;
}

const lineOf = (facts: Record<string, string | number>, error?: unknown) =>
  logged((logger) => logger.error("request-failed", facts, error))[0]?.[1] ?? "";

/** What people type and what opens things: prompts in several scripts, keys, words of sessions, cookies, queries. */
const secret = fc.oneof(
  fc.constantFrom("A lighthouse keeper waves at gulls", "금빛 언덕 위의 나무", "夕暮れの港", "hunter2-hunter2"),
  fc.uint8Array({ minLength: 12, maxLength: 32 }).map((bytes) => `k9${Buffer.from(bytes).toString("base64url")}`),
  fc.uint8Array({ minLength: 16, maxLength: 32 }).map((bytes) => `f0${Buffer.from(bytes).toString("hex")}`),
  fc.string({ minLength: 12, maxLength: 40 }).map((text) => `Zq7${text.trim()}`),
);
const placed = fc.tuple(
  secret,
  fc.constantFrom(
    (word: string) => word,
    (word: string) => `connect ECONNREFUSED https://host.example/a?token=${word}#x`,
    (word: string) => `Unexpected token in "${word}" is not valid JSON`,
    (word: string) => `Bearer ${word}`,
    (word: string) => `dailies_session=${word}; path=/`,
    (word: string) => `failed\n    at ${word} (/app/${word}.ts:1:2)\n    at ${process.cwd()}/${word}.ts:3:4`,
  ),
);

function carriers(text: string): unknown[] {
  const changed = new Error("one");
  changed.message = text;
  const stack = Object.assign(new Error("one"), { stack: `Error: two\n    at ${text} (${text}:1:1)\n${text}` });
  return [
    text,
    new Error(text),
    new Error("outer", { cause: new TypeError(text) }),
    new Error("outer", { cause: new Error("middle", { cause: text }) }),
    new AggregateError([new Error(text)], text),
    Object.assign(new Error("one"), { name: text, code: text, digest: text, path: text, url: text }),
    Object.assign(new Error("one"), { parameters: [text], cause: { message: text } }),
    new AppError("conflict", { reason: text }, { cause: new Error(text) }),
    changed,
    stack,
    { message: text, toString: () => text },
  ];
}

describe("a line of the log", () => {
  it("is one JSON object with the facts and the chain of causes", () => {
    const error = new Error("the file is broken\nat its end", { cause: new TypeError("fetch failed") });
    const [[level, line] = []] = logged((logger) =>
      logger.error("request-failed", { requestId: "0a1b2c3d-0e1f" }, error),
    );
    expect(level).toBe("error");
    expect(line).not.toContain("\n");
    expect(JSON.parse(line ?? "")).toMatchObject({
      time: "1970-01-01T00:00:00.000Z",
      level: "error",
      event: "request-failed",
      requestId: "0a1b2c3d-0e1f",
      error: [
        { name: "Error", message: "the file is broken at its end" },
        { name: "TypeError", message: "fetch failed" },
      ],
    });
  });

  it("says where an error was made, by files of the studio", () => {
    const [{ at }] = JSON.parse(lineOf({}, new Error("x"))).error;
    expect(at[0]).toMatch(/^lib\/server\/logger\.test\.ts:\d+:\d+$/);
  });

  it.each([
    [Object.assign(new Error("no such file or directory, open '/home/ann/film.mp4'"), { code: "ENOENT" })],
    [Object.assign(new Error("no such file or directory"), { code: "ENOENT" })],
  ])("keeps the code and the plain words of %s", (error) => {
    const [told] = JSON.parse(lineOf({}, error)).error;
    expect(told).toMatchObject({ code: "ENOENT", message: expect.stringMatching(/^no such file or directory/) });
    expect(told.message).not.toContain("ann");
  });

  it("tells an error of the studio by its code", () => {
    expect(JSON.parse(lineOf({}, new AppError("storageFull"))).error[0]).toMatchObject({
      name: "AppError",
      code: "storageFull",
    });
  });

  it("says nothing of an error that it does not have", () => {
    expect(JSON.parse(lineOf({ status: 500 }))).not.toHaveProperty("error");
  });

  it("never holds a secret, wherever an error carries it", () => {
    fc.assert(
      fc.property(placed, ([word, wrap]) => {
        for (const error of carriers(wrap(word)))
          expect(lineOf({}, error)).not.toContain(JSON.stringify(word).slice(1, -1));
      }),
    );
  });

  it("never holds a secret, whatever fact it was given as", () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom("requestId", "jobId", "route", "path", "reason", "event", "status", "fileKey"),
    );
    fc.assert(
      fc.property(placed, name, ([word, wrap], fact) => {
        const line = lineOf({ [fact]: wrap(word), [word]: 1 });
        expect(line).not.toContain(JSON.stringify(word).slice(1, -1));
        expect(JSON.parse(line).leftOut).toBeGreaterThan(0);
      }),
    );
  });

  it("keeps the longest id that the client takes from the service: it may be all that is left of a paid request", () => {
    const upstreamId = "Az_-09".padEnd(128, "x");
    expect(isRequestId(upstreamId)).toBe(true);
    expect(JSON.parse(lineOf({ upstreamId }))).toMatchObject({ upstreamId });
    expect(JSON.parse(lineOf({ upstreamId: `${upstreamId}x` }))).not.toHaveProperty("upstreamId");
  });

  it("keeps every fact that the studio logs anywhere", () => {
    const kept = {
      requestId: "0a1b2c3d-0e1f",
      jobId: "00000000-0000-4000-8000-000000000000",
      route: "/api/jobs/[id]/look-again",
    };
    expect(JSON.parse(lineOf(kept))).toMatchObject(kept);
    const known = new Set([
      "requestId",
      "jobId",
      "id",
      "assetId",
      "method",
      "route",
      "status",
      "event",
      "reason",
      "kind",
      "fileKey",
      "upstreamId",
      "modelFile",
    ]);
    expect(factsInSources().filter((fact) => !known.has(fact))).toEqual([]);
    for (const fact of known) expect(JSON.parse(lineOf({ [fact]: 1 }))).not.toHaveProperty("leftOut");
  });
});

/** The names of all facts in calls of the log: `log("event", { jobId: job.id })`. */
function factsInSources(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const sources = files.map((name) => readFileSync(join("lib", name), "utf8"));
  const calls = sources.flatMap((source) =>
    Array.from(source.matchAll(/(?:log|warn|error|info)\("[\w.-]+", \{ ([^}]*) \}/g)),
  );
  const names = calls.flatMap(([, facts = ""]) => facts.split(", ").map((fact) => fact.split(":")[0] ?? ""));
  return [...new Set(names.filter((name) => !name.startsWith("...")))];
}
