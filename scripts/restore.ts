import { parseArgs } from "node:util";
import type { Restored } from "@/lib/backup/restore-backup";
import { restore } from "@/lib/server/backup";
import { contentsOf, counted, pathFrom, readSettings, runCommand, sayProgress } from "./backup/command";

// `npm run restore -- FILE [--into FOLDER] [--closed]`: a studio out of a backup, in an empty folder.
const USAGE = "Name the backup: npm run restore -- studio.tar [--into FOLDER] [--closed]";

await runCommand(async () => {
  const { file, into, isClosed } = argumentsOf(process.argv.slice(2));
  if (file === undefined) {
    console.error(USAGE);
    return 2;
  }
  const { dataDir } = readSettings();
  const folder = into === undefined ? dataDir : pathFrom(into);
  console.log(`Restoring into ${folder} …`);
  const restored = await restore({ path: pathFrom(file), folder, progress: sayProgress(), isClosed });
  const { manifest, withheld } = restored;
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
  for (const line of accessOf(restored, isClosed)) console.log(line);
  console.log(into === undefined ? "Start the studio." : `Start the studio with DATA_DIR=${folder}.`);
  return 0;
});

/** Who may come into the restored studio. */
function accessOf({ links, tokens }: Restored, isClosed: boolean): string[] {
  const inWords = `${counted(links, "share link")} and ${counted(tokens, "API token")}`;
  const signedOut = "Nobody is signed in.";
  if (links + tokens === 0) return [signedOut];
  if (isClosed) return [`${signedOut} Left out: ${inWords}.`];
  return [
    `${signedOut} Brought back: ${inWords}. What was ended since the backup opens the studio again. ` +
      "End links under Shares and tokens in the settings, or restore with --closed, which leaves out all of them.",
  ];
}

function argumentsOf(args: string[]): { file?: string; into?: string; isClosed: boolean } {
  const options = { into: { type: "string" }, closed: { type: "boolean", default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return { isClosed: false };
    return { file, isClosed: values.closed, ...(values.into !== undefined && { into: values.into }) };
  } catch {
    return { isClosed: false };
  }
}
