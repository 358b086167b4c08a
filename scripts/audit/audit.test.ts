import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAdvice } from "./advisories";
import { lockProblems } from "./lock-file";

const report = (severities: Record<string, string>) => {
  const vulnerabilities = Object.entries(severities).map(([name, severity]) => [name, { name, severity, via: [] }]);
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities: Object.fromEntries(vulnerabilities), metadata: {} });
};
const refusal = JSON.stringify({
  message: "405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk",
  statusCode: 405,
  error: { summary: "", detail: "" },
});

describe("npm's findings", () => {
  it.each([
    ["none", report({}), { kind: "clean", lesser: 0 }],
    ["lesser ones alone", report({ a: "moderate", b: "low", c: "info" }), { kind: "clean", lesser: 3 }],
    ["a high one among others", report({ a: "low", b: "high" }), { kind: "found", packages: ["b (high)"] }],
    ["a critical one", report({ a: "critical" }), { kind: "found", packages: ["a (critical)"] }],
    ["a registry that refuses", refusal, { kind: "unknown", reason: expect.stringContaining("405") }],
    [
      "no network",
      JSON.stringify({ error: { code: "ENOTFOUND", summary: "" } }),
      { kind: "unknown", reason: "ENOTFOUND" },
    ],
    ["no JSON", "<html>502</html>", { kind: "unknown", reason: "npm printed no report" }],
    ["nothing", "", { kind: "unknown", reason: "npm printed no report" }],
    ["another format", JSON.stringify({ advisories: [] }), { kind: "unknown", reason: "npm printed no report" }],
  ])("are read where there are %s", (_, printed, advice) => {
    expect(readAdvice(printed)).toEqual(advice);
  });
});

describe("the lock file", () => {
  const entry = { resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz", integrity: "sha512-x" };
  const problemsOf = (a: object, mayRun?: string[]) =>
    lockProblems({ packages: { "": {}, "node_modules/a": a } }, mayRun);

  it("of this project brings in nothing but the registry's packages, and runs none of them", () => {
    expect(lockProblems(JSON.parse(readFileSync("package-lock.json", "utf8")))).toEqual([]);
  });

  it.each([
    [
      "another registry",
      { ...entry, resolved: "https://registry.npmjs.org.evil.example/a.tgz" },
      "not from the registry",
    ],
    ["a repository", { ...entry, resolved: "git+ssh://git@host.example/a.git#1" }, "not from the registry"],
    ["no encryption", { ...entry, resolved: "http://registry.npmjs.org/a.tgz" }, "not from the registry"],
    ["no hash", { resolved: entry.resolved }, "no SHA-512 hash"],
    ["a weak hash", { ...entry, integrity: "sha1-x" }, "no SHA-512 hash"],
    ["a script", { ...entry, hasInstallScript: true }, "runs a script"],
    ["a link", { ...entry, link: true }, "is a link"],
  ])("is refused for %s", (_, changed, problem) => {
    expect(problemsOf(changed)).toEqual([expect.stringContaining(problem)]);
  });

  it("lets those run a script that are named", () => {
    expect(problemsOf({ ...entry, hasInstallScript: true }, ["a"])).toEqual([]);
    expect(problemsOf(entry)).toEqual([]);
  });
});
