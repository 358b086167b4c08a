import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program to its end, its output in ours; the exit code, 1 where it could not run or was ended by a signal. */
export async function run(
  command: string,
  args: readonly string[],
  extra: Record<string, string> = {},
): Promise<number> {
  const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...extra } });
  try {
    const [code] = await once(child, "exit");
    return typeof code === "number" ? code : 1;
  } catch {
    return 1;
  }
}

/** Runs a package's command line with this Node: nothing depends on a shell, on PATH or on npx. */
export function runPackage(bin: string, args: readonly string[], extra: Record<string, string> = {}): Promise<number> {
  return run(process.execPath, [`node_modules/${bin}`, ...args], extra);
}
