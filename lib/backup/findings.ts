/** What the doctor can find, with the facts that its words need. */
export type Finding =
  | { kind: "damagedDatabase"; reason: string }
  | { kind: "otherSchema"; name: string }
  | { kind: "brokenReference"; table: string; parent: string; count: number }
  | { kind: "missingFile"; path: string; assetId: string; jobId?: string }
  | { kind: "changedFile"; path: string; assetId: string; jobId?: string; how: "size" | "content" }
  | { kind: "missingPicture"; picture: "poster" | "sprite"; path: string; assetId: string }
  | { kind: "unnamedAsset"; assetId: string; path: string }
  | { kind: "orphan"; path: string; bytes: number; movable: boolean }
  | { kind: "leftover"; path: string }
  | { kind: "stuckLease"; jobId: string; reason: "over" | "farAhead" };
export type FindingKind = Finding["kind"];

/** Who deals with it: a person, `--repair`, or nobody, because it only is to be known. */
export const CARE: Record<FindingKind, "person" | "repair" | "nobody"> = {
  damagedDatabase: "person",
  otherSchema: "person",
  brokenReference: "person",
  missingFile: "person",
  changedFile: "person",
  missingPicture: "repair",
  unnamedAsset: "nobody",
  orphan: "repair",
  leftover: "repair",
  stuckLease: "repair",
};

/** Where one is, what it means, and what to do. */
export function explain(finding: Finding): string {
  switch (finding.kind) {
    case "damagedDatabase":
      return `The database is damaged (${finding.reason}). Stop the studio and restore a backup into an empty folder; keep this one.`;
    case "otherSchema":
      return `The database is of another version of the studio (${finding.name}). Start the studio of this version once, or update it; the rest was not checked.`;
    case "brokenReference":
      return `${finding.count} rows of "${finding.table}" name a row of "${finding.parent}" that is gone. Restore a backup, or ask for help with a copy of the database.`;
    case "missingFile":
      return `${finding.path} is gone: ${owner(finding)} cannot be played. Copy the file out of a backup (\`tar xf FILE ${finding.path}\`).`;
    case "changedFile":
      return `${finding.path} has another ${finding.how} than was stored: ${owner(finding)} may not play. Copy the file out of a backup (\`tar xf FILE ${finding.path}\`).`;
    case "missingPicture":
      return `${finding.path} is gone, a ${finding.picture} of asset ${finding.assetId}. Nothing is lost: --repair makes it again.`;
    case "unnamedAsset":
      return `${finding.path} (asset ${finding.assetId}) was made by a take that is gone. It stays, and can be copied out.`;
    case "orphan":
      return finding.movable
        ? `${finding.path} is named by nothing in the database. --repair moves it to the folder found/.`
        : `${finding.path} is named by nothing in the database, but is younger than a day. It may be on its way: look again tomorrow.`;
    case "leftover":
      return `${finding.path} is half a file that nobody writes any more. --repair removes it.`;
    case "stuckLease":
      return finding.reason === "over"
        ? `Job ${finding.jobId} is held by a process that is gone. A start frees it, and so does --repair.`
        : `Job ${finding.jobId} is held until a time far ahead: the clock was moved. --repair frees it.`;
  }
}

function owner({ jobId, assetId }: { jobId?: string; assetId: string }): string {
  return jobId === undefined ? `the file of asset ${assetId}` : `the take ${jobId}`;
}
