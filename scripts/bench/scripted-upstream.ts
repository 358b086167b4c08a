import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Ledger } from "@/tests/support/upstream/ledger";
import type { Script } from "@/tests/support/upstream/script";

/** The scripted service in a process of its own, so that its work is not measured with the studio's. */
export type ScriptedUpstream = {
  url: string;
  setScript: (script: Partial<Script>) => Promise<void>;
  ledger: () => Promise<Ledger>;
  stop: () => Promise<void>;
};

export async function startScriptedUpstream(script: Partial<Script>): Promise<ScriptedUpstream> {
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
