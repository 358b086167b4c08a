import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SETTINGS } from "@/lib/settings";

const READY_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 50;

/** A production studio as a process of its own, on a port and a folder of its own. */
export type Studio = {
  url: string;
  dataDir: string;
  pid: number;
  /** Everything it has printed. */
  log: () => string;
  /** Resolves with the signal or exit code when the process has ended, for whatever reason. */
  ended: Promise<string | number>;
  /** Asks it to end, as a service manager does, and waits. The folder stays. */
  stop: () => Promise<void>;
  /** `kill -9`, and waits. The folder stays. */
  kill: () => Promise<void>;
  /** Removes the folder of a studio that has ended. */
  clear: () => Promise<void>;
};

/**
 * Starts the build in `.next`. Settings that `env` does not name are unset, whatever this machine has set.
 * @throws Error with the studio's output where it does not answer
 */
export async function startStudio(options: { dataDir?: string; env?: Record<string, string> } = {}): Promise<Studio> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "dailies-studio-")));
  const unset = Object.fromEntries(SETTINGS.map(({ name }) => [name, ""]));
  const env = { ...process.env, ...unset, NEXT_TELEMETRY_DISABLED: "1", DATA_DIR: dataDir, ...options.env };
  const args = ["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", "0"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const log = collect(child);
  const ended = once(child, "exit").then(([code, signal]) => signal ?? code);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  try {
    return {
      url: await readyAddress(child, log),
      dataDir,
      pid: child.pid ?? 0,
      log,
      ended,
      stop: () => end("SIGTERM"),
      kill: () => end("SIGKILL"),
      clear: () => rm(dataDir, { recursive: true, force: true }),
    };
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
}

function collect(child: ChildProcess): () => string {
  let text = "";
  const keep = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => text;
}

async function readyAddress(child: ChildProcess, log: () => string): Promise<string> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
    const address = /Local:\s+(http:\/\/[\d.]+:\d+)/.exec(log())?.[1];
    if (address && (await answers(`${address}/api/health`))) return address;
    await sleep(LOOK_AGAIN_MS);
  }
  throw new Error(`The studio did not start:\n${log()}`);
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}
