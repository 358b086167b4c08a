// What a start does beside Next, and ends. Configured by the environment as the real one is.
//   node scripts/run.mjs tests/support/start/main.ts
import { startServer } from "@/lib/server/start";

await startServer();
process.exit(0);
