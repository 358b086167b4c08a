import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Env } from "@/lib/env";
import { exitCode, spawnNext } from "./next";

const LOOK_AGAIN_MS = 50;

/**
 * Runs the built studio on `port` until it ends and returns its exit code. `ready` is called once, when the studio answers.
 * Next's own lines before that are swallowed, because they repeat what `ready` says; errors never are.
 */
export async function serve(root: string, env: Env, port: number, ready: (address: string) => void): Promise<number> {
  const child = spawnNext(
    root,
    ["start", "--hostname", env.host, "--port", String(port)],
    ["ignore", "pipe", "inherit"],
  );
  const ended = once(child, "exit");
  const stopped = new AbortController();
  ended.finally(() => stopped.abort());
  child.stdout?.resume();
  // Where the terminal is gone the studio goes on, and would wait for ever with lines that nobody takes.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => child.stdout?.resume());
  const address = `http://${reachable(env.host)}:${port}`;
  if (await answers(`${address}/api/health`, stopped.signal)) {
    child.stdout?.pipe(process.stdout);
    ready(address);
  }
  const [code, signal] = await ended;
  return exitCode(code, signal);
}

/** How this machine reaches a server that listens on `host`. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

async function answers(address: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const answered = await fetch(address, { signal }).then(
      () => true,
      () => false,
    );
    if (answered) return true;
    await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
