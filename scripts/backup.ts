import type { WrittenBackup } from "@/lib/backup/write-backup";
import { backUp } from "@/lib/server/backup";
import { contentsOf, counted, pathFrom, readSettings, runCommand, sayProgress, sizeOf } from "./backup/command";

// `npm run backup -- FILE`: one file with everything that the studio keeps, also while it runs.
const USAGE = "Name the file to write: npm run backup -- studio.tar";

await runCommand(async () => {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const { dataDir } = readSettings();
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  console.log(`Backing up ${dataDir} …`);
  try {
    const path = pathFrom(file);
    return report(path, await backUp({ dataDir, path, progress: sayProgress(), signal: stop.signal }));
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error("Stopped. Nothing was left behind.");
    return 130;
  }
});

function report(path: string, { manifest, bytes, changed, leftOut }: WrittenBackup): number {
  console.log(`${path}\n  ${counted(manifest.files.length, "file")}, ${sizeOf(bytes)}: ${contentsOf(manifest.holds)}`);
  const flaws: [string, readonly string[]][] = [
    ["not in the data folder, so not in the backup", manifest.missing],
    ["not what was stored once; in the backup as it is now", changed],
    ["a name that cannot be restored, so not in the backup", leftOut],
  ];
  for (const [what, names] of flaws) for (const name of names) console.error(`  ${name}: ${what}`);
  if (flaws.every(([, names]) => names.length === 0)) return 0;
  console.error("The backup can be used, but it lacks the above. `npm run doctor` says more.");
  return 1;
}
