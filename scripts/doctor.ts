import { parseArgs } from "node:util";
import { CARE, explain, type Finding } from "@/lib/backup/findings";
import { visitDoctor } from "@/lib/server/doctor";
import { readSettings, runCommand, sayProgress } from "./backup/command";

// `npm run doctor [-- --quick] [-- --repair]`: compares the database with the disk, also while the studio runs.
const USAGE = "npm run doctor [-- --quick] [-- --repair]";
/** Of one kind; a folder that has lost everything would fill the screen. */
const SHOWN = 20;

await runCommand(async () => {
  const options = argumentsOf(process.argv.slice(2));
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const settings = readSettings();
  console.log(`Examining ${settings.dataDir} …`);
  const { findings, repaired } = await visitDoctor({ settings, ...options, progress: sayProgress() });
  if (findings.length === 0) {
    console.log(options.quick ? "All is well; the content of files was not compared." : "All is well.");
    return 0;
  }
  const open = findings.filter((finding) => !repaired.includes(finding));
  const forPerson = open.filter(({ kind }) => CARE[kind] === "person");
  say("Needs you", forPerson);
  say(
    "Can be repaired: npm run doctor -- --repair",
    open.filter(({ kind }) => CARE[kind] === "repair"),
  );
  say(
    "For your information",
    open.filter(({ kind }) => CARE[kind] === "nobody"),
  );
  say("Repaired", repaired);
  return forPerson.length > 0 ? 1 : 0;
});

function say(title: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  console.log(`\n${title}`);
  for (const kind of new Set(findings.map((finding) => finding.kind))) {
    const group = findings.filter((finding) => finding.kind === kind);
    for (const finding of group.slice(0, SHOWN)) console.log(`  ${explain(finding)}`);
    if (group.length > SHOWN) console.log(`  … and ${group.length - SHOWN} more of this kind.`);
  }
}

function argumentsOf(args: string[]): { quick: boolean; repair: boolean } | undefined {
  try {
    const { values } = parseArgs({ args, options: { quick: { type: "boolean" }, repair: { type: "boolean" } } });
    return { quick: values.quick ?? false, repair: values.repair ?? false };
  } catch {
    return undefined;
  }
}
