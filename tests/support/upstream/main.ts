// The scripted service as a process of its own: prints `{"port":…,"url":…}` as one line and serves until it is ended.
//   node scripts/run.mjs tests/support/upstream/main.ts [--port 0] [--script '<JSON>']
import { parseArgs } from "node:util";
import { startUpstream } from "./server";

const { values } = parseArgs({ options: { port: { type: "string" }, script: { type: "string" } } });
const upstream = await startUpstream(JSON.parse(values.script ?? "{}"), { port: Number(values.port ?? 0) });
process.stdout.write(`${JSON.stringify({ port: upstream.port, url: upstream.url })}\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => upstream.close().then(() => process.exit(0)));
}
