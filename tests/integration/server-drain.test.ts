import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Longer than signals of one press are apart. */
const LATER_MS = 2_100;

function startProcess(args: string[] = []) {
  const command = ["scripts/run.mjs", "tests/support/jobs/drain-process.ts", ...args];
  return spawn(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
}

/** Starts the process, sends it the signals when it is ready, one more where it says `again`, and gives what it said and its end. */
async function drained(signals: NodeJS.Signals[], args: string[] = [], again?: string) {
  const child = startProcess(args);
  const said: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    said.push(line);
    if (line === "ready") for (const signal of signals) child.kill(signal);
    if (line === again) setTimeout(() => child.kill("SIGTERM"), LATER_MS);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, said };
}

describe("at SIGHUP the server", () => {
  it("drains as at the other signals, and is not hurried by the SIGTERM that Next is told by", async () => {
    const { code, said } = await drained(["SIGHUP"], ["--sends=500"]);
    expect(code).toBe(129);
    expect(said.slice(0, 3)).toEqual(["ready", "takes no jobs", "requests answered"]);
    expect(said.slice(-2)).toEqual(["answer stored", "closed"]);
  });

  it("lets Next end its requests, so that it need not wait its ten seconds for them", async () => {
    const { code, said } = await drained(["SIGHUP"]);
    expect([code, said]).toEqual([129, ["ready", "takes no jobs", "requests answered", "steps ended", "closed"]]);
  });

  it("drains also where the terminal is gone that it writes to", async () => {
    const child = startProcess();
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.kill("SIGHUP");
    expect(await ended).toEqual([129, null]);
  });
});

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
