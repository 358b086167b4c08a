import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withBuildLock } from "./build-lock";
import { fingerprint } from "./fingerprint";
import { runNext } from "./next";

/** Written after a build that succeeded, and only then. */
const MARKER = ".next/dailies-sources";
/** Not in node_modules, which several copies of the project may share. */
const LOCK = ".cache/build.lock";
const LOG = ".cache/build.log";
const SHOWN_LINES = 60;

/** The message ends with what Next said. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

/**
 * Makes sure that the production build in `root` is the one of its present sources. `say` gets a line for people.
 * @throws BuildError
 */
export async function ensureBuild(root: string, say: (line: string) => void): Promise<void> {
  if (await isFresh(root)) return;
  const build = async () => {
    if (!(await isFresh(root))) await rebuild(root, say);
  };
  await withBuildLock(join(root, LOCK), build, () => say("Another start is building; waiting for it …"));
}

async function isFresh(root: string): Promise<boolean> {
  const built = await readFile(join(root, MARKER), "utf8").catch(() => undefined);
  return built === (await fingerprint(root));
}

async function rebuild(root: string, say: (line: string) => void): Promise<void> {
  say("Building (once after every change; it takes about a minute) …");
  const startedMs = performance.now();
  await rm(join(root, MARKER), { force: true });
  // Taken before the build: what changes while it runs makes it stale.
  const sources = await fingerprint(root);
  const { code, output } = await runNext(root, ["build"]);
  if (code > 128) throw new BuildError("The build was stopped; the next start builds again.");
  if (code !== 0) throw new BuildError(`The build failed:\n${await condense(root, output)}`);
  await writeFile(join(root, MARKER), sources);
  say(`Built in ${Math.round((performance.now() - startedMs) / 1000)} s.`);
}

/** The beginning of what Next said, where the errors are; all of it goes to a file, because one error can fill thousands of lines with its traces. */
async function condense(root: string, output: string): Promise<string> {
  await writeFile(join(root, LOG), output);
  const lines = output.trimEnd().split("\n");
  if (lines.length <= SHOWN_LINES) return output;
  return [...lines.slice(0, SHOWN_LINES), `… and ${lines.length - SHOWN_LINES} more lines in ${LOG}`].join("\n");
}
