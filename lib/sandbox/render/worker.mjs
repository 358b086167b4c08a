// Node 20 cannot read TypeScript, and the bundler must not follow a worker: this file is started by its path and loads the rest.
import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url, { tsconfigPaths: true });
await jiti.import("./worker.ts");
