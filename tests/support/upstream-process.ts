import { spawn } from "node:child_process";
import { once } from "node:events";
import { strayedKeys } from "./confined";
import type { Ledger } from "./upstream/ledger";
import type { Script } from "./upstream/script";

/** The scripted service in a process of its own: its work is not measured with the studio's, and it outlives a studio. */
export type UpstreamProcess = {
  url: string;
  setScript: (script: Partial<Script>) => Promise<void>;
  ledger: () => Promise<Ledger>;
  /** @throws Error where a key came with anything but the protocol's own requests, such as that for a result's file */
  stop: () => Promise<void>;
};

export async function startUpstreamProcess(script: Partial<Script> = {}): Promise<UpstreamProcess> {
  const args = ["scripts/run.mjs", "tests/support/upstream/main.ts", "--script", JSON.stringify(script)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(child.stdout, "data");
  const { url }: { url: string } = JSON.parse(String(line));
  const ledger = async (): Promise<Ledger> => (await fetch(`${url}/__ledger`)).json();
  return {
    url,
    setScript: async (change) => {
      await fetch(`${url}/__script`, { method: "POST", body: JSON.stringify(change) });
    },
    ledger,
    stop: async () => {
      const strayed = strayedKeys(await ledger());
      child.kill();
      await once(child, "exit");
      if (strayed.length > 0) throw new Error(`The key was sent by ${strayed.join(", ")}.`);
    },
  };
}
