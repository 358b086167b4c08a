// Runs a TypeScript script on Node 20, which cannot strip types by itself: `node scripts/run.mjs scripts/x.ts [args]`.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const needed = { major: 20, minor: 19 };
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < needed.major || (major === needed.major && minor < needed.minor)) {
  stop(`Dailies needs Node ${needed.major}.${needed.minor} or newer; this is Node ${process.versions.node}.`);
}

// Loaded only now: on an older Node the package itself could fail first, with an error that says nothing.
const { createJiti } = await import("jiti").catch(() => stop("The packages are missing. Run `npm ci` first."));
const [script = ""] = process.argv.splice(2, 1);
// Scripts and children read files relative to the project.
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await createJiti(import.meta.url, { tsconfigPaths: true }).import(resolve(script));

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(1);
}
