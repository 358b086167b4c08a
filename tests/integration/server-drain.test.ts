import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Longer than signals of one press are apart. */
const LATER_MS = 2_100;

/** Starts the process, sends it the signals when it is ready, one more where it says `again`, and gives what it said and its end. */
async function drained(signals: NodeJS.Signals[], args: string[] = [], again?: string) {
  const child = spawn(process.execPath, ["scripts/run.mjs", "tests/support/jobs/drain-process.ts", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    said.push(line);
    if (line === "ready") for (const signal of signals) child.kill(signal);
    if (line === again) setTimeout(() => child.kill("SIGTERM"), LATER_MS);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, said };
}

describe("at SIGTERM the server", () => {
  it("takes no new jobs, and ends when its requests are answered and its steps have ended, not before", async () => {
    expect(await drained(["SIGTERM"])).toEqual({
      code: 143,
      said: ["ready", "takes no jobs", "requests answered", "steps ended", "closed"],
    });
  });

  it("waits for the answer to what a request has sent since, says so, and closes the database after it", async () => {
    const { code, said } = await drained(["SIGTERM"], ["--sends=1000"]);
    expect([code, said.slice(-4)]).toEqual([143, ["steps ended", "late", "answer stored", "closed"]]);
  });

  it("drains once, however often it is told in one press", async () => {
    const { said } = await drained(["SIGTERM", "SIGTERM", "SIGTERM"], ["--sends=500"]);
    expect(said.slice(-2)).toEqual(["answer stored", "closed"]);
    expect(said.filter((line) => line === "closed")).toHaveLength(1);
  });

  it("ends at once when it is told again later, whatever is being sent", async () => {
    const { code, said } = await drained(["SIGTERM"], ["--sends=600000"], "late");
    expect([code, said.slice(-2)]).toEqual([143, ["late", "closed"]]);
  });

  it("ends after ten seconds where a step does not", async () => {
    const { code, said } = await drained(["SIGTERM"], ["--stuck"]);
    expect([code, said.at(-1)]).toEqual([143, "closed"]);
  });
});
