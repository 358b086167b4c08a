// Restores a backup and ends itself, as `kill -9` does, when so many of its files are written.
//   node scripts/run.mjs tests/support/restore/main.ts <backup> <folder> <count | all>
import { restore } from "@/lib/server/backup";

const [path = "", folder = "", count] = process.argv.slice(2);
await restore({
  path,
  folder,
  progress: (done, of) => {
    if (String(done.files) === count || (count === "all" && done.files === of.files))
      process.kill(process.pid, "SIGKILL");
  },
});
