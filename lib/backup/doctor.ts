import { aboutFile, examine, type LeaseFacts } from "./examine";
import type { Finding } from "./findings";
import { keyIn } from "./manifest";
import type { PatientFiles, PatientRows, Progress } from "./ports";

export type DoctorDeps = {
  rows: PatientRows;
  files: PatientFiles;
  now: () => number;
  isAlive: (owner: string) => boolean;
  progress: Progress;
};
export type Examination = { findings: Finding[]; leases: readonly LeaseFacts[] };

/**
 * Compares the database with the disk. The disk is listed first, so that what comes and goes meanwhile has a row when the rows are
 * read. `quick` leaves out the content of files.
 */
export async function examineStudio({ quick }: { quick: boolean }, deps: DoctorDeps): Promise<Examination> {
  const faults = deps.rows.check();
  if (faults.some(({ kind }) => kind !== "brokenReference")) return { findings: faults, leases: [] };
  const disk = await deps.files.list();
  const leftovers = await deps.files.leftovers();
  const rows = deps.rows.read();
  const world = { nowMs: deps.now(), isAlive: deps.isAlive };
  const arrived = await filesSince(disk, deps);
  const findings = examine({ ...rows, disk: [...disk, ...arrived], leftovers }, world);
  const contents = quick ? [] : await compareContents(rows.assets, findings, deps);
  return { findings: [...faults, ...findings, ...contents], leases: rows.leases };
}

/** A row that was read may name a file that came after the disk was listed. */
async function filesSince(disk: readonly { key: string }[], { files }: DoctorDeps) {
  const known = new Set(disk.map(({ key }) => key));
  return (await files.list()).filter(({ key }) => !known.has(key));
}

async function compareContents(
  assets: Parameters<typeof examine>[0]["assets"],
  findings: readonly Finding[],
  { files, progress }: DoctorDeps,
): Promise<Finding[]> {
  const known = new Set(
    findings.flatMap((finding) => ("assetId" in finding && isAboutFile(finding) ? finding.assetId : [])),
  );
  const whole = assets.filter(({ id }) => !known.has(id));
  const of = { files: whole.length, bytes: whole.reduce((sum, { bytes }) => sum + bytes, 0) };
  const done = { files: 0, bytes: 0 };
  const changed: Finding[] = [];
  for (const asset of whole) {
    const hash = await files.hash(asset.fileKey);
    if (hash !== undefined && hash !== asset.sha256)
      changed.push({ kind: "changedFile", ...aboutFile(asset), how: "content" });
    done.files += 1;
    done.bytes += asset.bytes;
    progress(done, of);
  }
  return changed;
}

function isAboutFile({ kind }: Finding): boolean {
  return kind === "missingFile" || kind === "changedFile";
}

/**
 * Does what is safe: nothing is deleted but half-written files, and what a job is, was paid or sent is never touched. Gives the
 * findings that it has dealt with.
 */
export async function repairStudio({ findings, leases }: Examination, { rows, files }: DoctorDeps): Promise<Finding[]> {
  const repaired: Finding[] = [];
  const toDraw = new Set<string>();
  for (const finding of findings) {
    if (finding.kind === "orphan" && finding.movable) await files.moveToFound(finding.path);
    else if (finding.kind === "leftover") await files.removeLeftover(finding.path);
    else if (finding.kind === "stuckLease") {
      for (const lease of leases) if (lease.jobId === finding.jobId) rows.dropLease(lease);
    } else if (finding.kind === "missingPicture") {
      rows.forgetPicture(finding.assetId, finding.picture, keyIn(finding.path));
      toDraw.add(finding.assetId);
    } else continue;
    repaired.push(finding);
  }
  for (const assetId of toDraw) await files.drawPictures(assetId);
  return repaired;
}
