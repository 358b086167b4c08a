// Runs a TypeScript script on Node 20, which cannot strip types by itself: `node scripts/run.mjs scripts/x.ts [args]`.
import { resolve } from "node:path";
import { createJiti } from "jiti";

const [script = ""] = process.argv.splice(2, 1);
const jiti = createJiti(import.meta.url, { tsconfigPaths: true });
await jiti.import(resolve(script));
