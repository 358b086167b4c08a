import { once } from "node:events";
import { existsSync } from "node:fs";
import { isLoopback } from "@/lib/access/visitor";
import { type Env, EnvError, loadEnv } from "@/lib/env";
import { BuildError, ensureBuild } from "./start/build";
import { exitCode, spawnNext } from "./start/next";
import { whenParentEnds } from "./start/parent";
import { findPort, PortError } from "./start/port";
import { serve } from "./start/serve";

const root = process.cwd();
const say = (line: string) => console.log(line);

if (process.env.npm_lifecycle_event) whenParentEnds(() => process.kill(process.pid, "SIGTERM"));
try {
  process.exitCode = await start();
} catch (error) {
  process.exitCode = 1;
  const isExpected = error instanceof EnvError || error instanceof PortError || error instanceof BuildError;
  if (!isExpected) throw error;
  console.error(error.message);
}

async function start(): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const env = loadEnv(process.env);
  const port = await findPort(env.host, env.port);
  if (process.argv.includes("--dev")) return develop(env, port);
  await ensureBuild(root, say);
  return serve(root, env, port, (address) => say(greeting(env, address)));
}

async function develop(env: Env, port: number): Promise<number> {
  const child = spawnNext(root, ["dev", "--hostname", env.host, "--port", String(port)], "inherit");
  const [code, signal] = await once(child, "exit");
  return exitCode(code, signal);
}

function greeting(env: Env, address: string): string {
  const mode =
    env.mode === "runcomfy"
      ? `RunComfy at ${env.runcomfyBaseUrl}; the sandbox stays as a free preview`
      : "sandbox: no key is set, so takes are free animatics made on this machine";
  const isLocal = isLoopback(env.host);
  return [
    "",
    "Dailies is ready.",
    `  Address  ${address}`,
    `  Mode     ${mode}`,
    `  Data     ${env.dataDir}`,
    "  Stop     Ctrl+C",
    ...(isLocal ? [] : ["  Note     Others can reach this address, and sign in. Put HTTPS in front of it."]),
    "",
  ].join("\n");
}
