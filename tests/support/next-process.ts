import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { nextEnvironment } from "@/scripts/start/next";

const READY_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 50;

/** A built Next app as a process of its own, on a free port of 127.0.0.1. */
export type NextProcess = {
  url: string;
  pid: number;
  /** Everything it has printed. */
  log: () => string;
  /** Resolves with the signal or exit code when the process has ended, for whatever reason. */
  ended: Promise<string | number>;
  /** Asks it to end, as a service manager does, and waits. */
  stop: () => Promise<void>;
  /** `kill -9`, and waits. */
  kill: () => Promise<void>;
};

/**
 * Starts the build in `folder` and waits until `readyPath` is answered with success.
 * @throws Error with everything it printed, where it is not
 */
export async function startNext(
  folder: string,
  { env, readyPath }: { env: Record<string, string>; readyPath: string },
): Promise<NextProcess> {
  const args = [resolve("node_modules/next/dist/bin/next"), "start", "--hostname", "127.0.0.1", "--port", "0"];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...nextEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = collect(child);
  const ended = once(child, "exit").then(([code, signal]) => signal ?? code);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  try {
    const url = await readyAddress(child, log, readyPath);
    return { url, pid: child.pid ?? 0, log, ended, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
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

async function readyAddress(child: ChildProcess, log: () => string, path: string): Promise<string> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
    const address = /Local:\s+(http:\/\/[\d.]+:\d+)/.exec(log())?.[1];
    if (address && (await answers(address + path))) return address;
    await sleep(LOOK_AGAIN_MS);
  }
  throw new Error(`The server did not start:\n${log()}`);
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}
