import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Starts the process, sends it the signals when it is ready, and gives what it said and how it ended. */
async function drained(signals: NodeJS.Signals[], args: string[] = []) {
  const child = spawn(process.execPath, ["scripts/run.mjs", "tests/support/jobs/drain-process.ts", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    const wasReady = said.includes("ready");
    said += chunk;
    if (!wasReady && said.includes("ready")) for (const signal of signals) child.kill(signal);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, said: said.trim().split("\n") };
}

describe("at SIGTERM the server", () => {
  it("ends when its requests are answered and its steps have ended, not before", async () => {
    expect(await drained(["SIGTERM"])).toEqual({
      code: 143,
      said: ["ready", "requests answered", "steps ended", "closed"],
    });
  });

  it("drains once, however often it is told", async () => {
    const { said } = await drained(["SIGTERM", "SIGTERM", "SIGTERM"]);
    expect(said.filter((line) => line === "closed")).toHaveLength(1);
  });

  it("ends after ten seconds where a step does not", async () => {
    const { code, said } = await drained(["SIGTERM"], ["--stuck"]);
    expect([code, said.at(-1)]).toEqual([143, "closed"]);
  });
});
