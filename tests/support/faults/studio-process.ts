// The studio without Next, as a process that can be killed, stopped and started again: prints `{"loaded":true}`, waits for a line on
// standard input, starts as the real one does, and prints `{"url":…}`. Its settings are the environment's, its time the first argument's.
import { once } from "node:events";
import { getContainer } from "@/lib/server/container";
import { startServer } from "@/lib/server/start";
import { routeRequest } from "@/tests/support/jobs/routes";
import { listen } from "@/tests/support/listen";
import { bendTime } from "./bend-time";

const print = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);

bendTime(JSON.parse(process.argv[2] ?? "{}"));
print({ loaded: true });
await once(process.stdin, "data");
process.stdin.unref();
await startServer();
// `after()` works inside of Next only, so that reading must not ask for it.
Object.assign(await getContainer(), { isAsleep: () => false });
const { url, drain } = await listen(routeRequest);
// As Next does: what is running is answered, then the process ends unless somebody holds it back.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => drain().then(() => process.exit(0)));
print({ url: url.origin });
