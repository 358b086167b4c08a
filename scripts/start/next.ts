import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { join } from "node:path";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The environment of a Next process. glibc gives each thread an arena of its own and hardly returns what pictures took there: with
 * two of them a studio that renders peaks at about 470 MB instead of 580. Other systems do not read the variable.
 */
export function nextEnvironment(): NodeJS.ProcessEnv {
  return { MALLOC_ARENA_MAX: "2", ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
}

/** Starts Next's command line in `root`. Signals that end this process reach it too; it ends by itself, this one after it. */
export function spawnNext(root: string, args: readonly string[], stdio: SpawnOptions["stdio"]): ChildProcess {
  const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), ...args], {
    cwd: root,
    stdio,
    env: nextEnvironment(),
  });
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  child.once("exit", () => {
    for (const signal of SIGNALS) process.off(signal, forward);
  });
  return child;
}

/** Runs a command of Next to its end, keeping its output. */
export async function runNext(root: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawnNext(root, args, ["ignore", "pipe", "pipe"]);
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const [code, signal] = await once(child, "close");
  return { code: exitCode(code, signal), output };
}

/** As a shell counts: 128 and the signal's number for a process that a signal ended. */
export function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code;
  return 128 + (signal === null ? 0 : constants.signals[signal]);
}
