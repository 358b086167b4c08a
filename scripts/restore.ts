import { parseArgs } from "node:util";
import { restore } from "@/lib/server/backup";
import { contentsOf, counted, pathFrom, readSettings, runCommand, sayProgress } from "./backup/command";

// `npm run restore -- FILE [--into FOLDER]`: a studio out of a backup, in an empty folder.
const USAGE = "Name the backup: npm run restore -- studio.tar [--into FOLDER]";

await runCommand(async () => {
  const { file, into } = argumentsOf(process.argv.slice(2));
  if (file === undefined) {
    console.error(USAGE);
    return 2;
  }
  const { dataDir } = readSettings();
  const folder = into === undefined ? dataDir : pathFrom(into);
  console.log(`Restoring into ${folder} …`);
  const { manifest, withheld } = await restore({ path: pathFrom(file), folder, progress: sayProgress() });
  console.log(
    `Restored the studio of ${new Date(manifest.madeAt).toLocaleString("en")}: ${contentsOf(manifest.holds)}.`,
  );
  for (const path of manifest.missing) console.error(`  ${path} was missing when the backup was made.`);
  if (withheld > 0) {
    console.log(
      `${counted(withheld, "take was", "takes were")} waiting to be sent when the backup was made, and may have been sent since. ` +
        "None is sent again by itself: each asks you.",
    );
  }
  console.log(into === undefined ? "Start the studio." : `Start the studio with DATA_DIR=${folder}.`);
  return 0;
});

function argumentsOf(args: string[]): { file?: string; into?: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: { into: { type: "string" } }, allowPositionals: true });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return {};
    return { file, ...(values.into !== undefined && { into: values.into }) };
  } catch {
    return {};
  }
}
