import { describe, expect, it, vi } from "vitest";
import { nextSessionCookie } from "./session-cookie";
import { answerSignIn, ownPath } from "./sign-in-answers";

describe("where a sign-in leads", () => {
  it.each([
    ["/gallery?rating=4", "/gallery?rating=4"],
    ["/", "/"],
    ["", "/"],
    ["gallery", "/"],
    ["//evil.example/", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["https://evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/.//evil.example", "/"],
    ["/jobs/a#part", "/jobs/a"],
  ])("from %j is %s", (next, path) => {
    expect(ownPath(next)).toBe(path);
  });
});

it.each([
  ["dailies_session=a", /^dailies_session=b;/],
  ["__Host-dailies_session=a", /^__Host-dailies_session=b;.*Secure$/],
  ["dailies_session=x; __Host-dailies_session=a", /^__Host-dailies_session=b;.*Secure$/],
])("the next word of %s takes its place", (cookie, expected) => {
  expect(nextSessionCookie({ word: "b", forMs: 60_000 }, new Headers({ cookie }))).toMatch(expected);
});

describe("a sign-in", () => {
  const WORD = "a-word-that-opens-the-studio";
  it.each([
    ["right", { kind: "session", word: WORD, forMs: 60_000, browser: WORD }, "session"],
    ["wrong", { kind: "wrong" }, "wrong"],
    ["one of too many", { kind: "wait", waitMs: 1_500 }, "wait"],
  ] as const)("that is %s is in the log, without the password", (_, signedIn, reason) => {
    const lines: string[] = [];
    const spy = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    answerSignIn(signedIn, { request: new Request("http://127.0.0.1/api/session"), next: `/?q=${WORD}` });
    spy.mockRestore();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: "sign-in", reason }]);
    expect(lines.join("")).not.toContain(WORD);
  });
});
