import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rename } from "node:fs/promises";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import type { Time } from "./bend-time";

const FOLDER = "node_modules/.cache/dailies-faults";

let bundle: Promise<string> | undefined;

/** Made once a run; under a name of its own until it is whole, since other runs may be reading it. */
async function makeBundle(): Promise<string> {
  const path = `${FOLDER}/studio.mjs`;
  const own = `${FOLDER}/studio-${process.pid}.mjs`;
  await mkdir(FOLDER, { recursive: true });
  const args = ["node_modules/rolldown/bin/cli.mjs", "-c", "tests/support/faults/rolldown.config.mjs", "--file", own];
  await promisify(execFile)(process.execPath, args);
  await rename(own, path);
  return path;
}

export type Ended = { code: number | null; signal: NodeJS.Signals | null };
export type StudioProcess = {
  url: string;
  pid: number;
  /** Sends a signal; see `ended`. */
  signal: (signal: NodeJS.Signals) => void;
  ended: Promise<Ended>;
  /** What it wrote to standard error. */
  said: () => string;
};
/** A process that has loaded everything and begun nothing. */
export type ReadyProcess = Omit<StudioProcess, "url"> & {
  /** Resolves with the running studio, or with how the process ended before it ran. */
  go: () => Promise<StudioProcess | Ended>;
};

export async function loadStudio(env: Record<string, string>, time: Time = {}): Promise<ReadyProcess> {
  bundle ??= makeBundle();
  const child = spawn(process.execPath, [await bundle, JSON.stringify(time)], { env: { ...process.env, ...env } });
  const errors: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }));
  const lines = createInterface({ input: child.stdout });
  await Promise.race([once(lines, "line"), ended]);
  const about = {
    pid: child.pid ?? 0,
    ended,
    said: () => errors.join(""),
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
  };
  return {
    ...about,
    async go() {
      const url = addressFrom(child, lines);
      child.stdin.on("error", () => "it has ended");
      child.stdin.write("go\n");
      const first = await Promise.race([url, ended]);
      return typeof first === "string" ? { ...about, url: first } : first;
    },
  };
}

function addressFrom(child: ChildProcess, lines: NodeJS.EventEmitter): Promise<string> {
  return new Promise((resolve) => {
    lines.on("line", (line: string) => {
      if (line.startsWith('{"url"')) resolve(JSON.parse(line).url);
    });
    child.stdout?.resume();
  });
}

/** Loads and starts it. @throws Error with its words where it does not start */
export async function startStudioProcess(env: Record<string, string>, time: Time = {}): Promise<StudioProcess> {
  const ready = await loadStudio(env, time);
  const running = await ready.go();
  if ("url" in running) return running;
  throw new Error(`the studio ended with ${running.code ?? running.signal}: ${ready.said()}`);
}
