// Serves, as a start does, what stands for a built studio in a folder, and ends with its code.
//   node scripts/run.mjs tests/support/start/server-process.ts <folder> <port>
import { loadEnv } from "@/lib/env";
import { serve } from "@/scripts/start/serve";

const [folder = "", port = ""] = process.argv.slice(2);
const say = () => void process.stdout.write("ready\n");
process.exitCode = await serve(folder, loadEnv({ HOST: "127.0.0.1" }), Number(port), say);
