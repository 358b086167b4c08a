import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Ledger } from "./upstream/ledger";
import type { Script } from "./upstream/script";

/** The scripted service in a process of its own: its work is not measured with the studio's, and it outlives a studio. */
export type UpstreamProcess = {
  url: string;
  setScript: (script: Partial<Script>) => Promise<void>;
  ledger: () => Promise<Ledger>;
  stop: () => Promise<void>;
};

export async function startUpstreamProcess(script: Partial<Script> = {}): Promise<UpstreamProcess> {
  const args = ["scripts/run.mjs", "tests/support/upstream/main.ts", "--script", JSON.stringify(script)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(child.stdout, "data");
  const { url }: { url: string } = JSON.parse(String(line));
  return {
    url,
    setScript: async (change) => {
      await fetch(`${url}/__script`, { method: "POST", body: JSON.stringify(change) });
    },
    ledger: async () => (await fetch(`${url}/__ledger`)).json(),
    stop: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}
