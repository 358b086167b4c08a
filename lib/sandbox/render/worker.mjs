// Node 20 cannot read TypeScript, and the bundler must not follow a worker: threads start here by path and load the rest.
import { workerData } from "node:worker_threads";
import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url, { tsconfigPaths: true });
await jiti.import(workerData?.module ?? "./worker.ts");
