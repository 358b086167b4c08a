import type { Finding } from "./findings";
import { pathOfFile } from "./manifest";

export type AssetFacts = {
  id: string;
  fileKey: string;
  bytes: number;
  sha256: string;
  posterKey?: string;
  spriteKey?: string;
  /** The take that made it. */
  jobId?: string;
  /** Made by a take, and named by none. */
  isUnnamed: boolean;
};
export type LeaseFacts = { jobId: string; owner: string; untilMs: number };
export type DiskFile = { key: string; bytes: number; changedAtMs: number };

/** Everything that is compared. `keysToRemove` are files that the studio is about to remove by itself. */
export type Examined = {
  assets: readonly AssetFacts[];
  keysToRemove: readonly string[];
  leases: readonly LeaseFacts[];
  disk: readonly DiskFile[];
  leftovers: readonly string[];
};
export type World = { nowMs: number; isAlive: (owner: string) => boolean };

const HOUR_MS = 60 * 60_000;
/** Uploads and results on their way have a file before they have a row. */
const YOUNG_MS = HOUR_MS;
const MOVED_FROM_MS = 24 * HOUR_MS;
/** No lease lasts longer than minutes. */
const LONGEST_LEASE_MS = HOUR_MS;
const SHORT_GRACE_MS = 5 * 60_000;

/** What does not fit together between the rows and the disk; content is compared apart, because it takes long. */
export function examine({ assets, keysToRemove, leases, disk, leftovers }: Examined, world: World): Finding[] {
  const onDisk = new Map(disk.map((file) => [file.key, file]));
  const named = new Set([...keysToRemove, ...assets.flatMap(keysOf)]);
  return [
    ...assets.flatMap((asset) => fileFinding(asset, onDisk)),
    ...assets.flatMap((asset) => pictureFindings(asset, onDisk)),
    ...assets.filter((asset) => asset.isUnnamed && onDisk.has(asset.fileKey)).map(unnamed),
    ...disk.filter(({ key }) => !named.has(key)).flatMap((file) => orphan(file, world)),
    ...leftovers.map((path) => ({ kind: "leftover" as const, path })),
    ...leases.flatMap((lease) => stuckLease(lease, world)),
  ];
}

function keysOf({ fileKey, posterKey, spriteKey }: AssetFacts): string[] {
  return [fileKey, posterKey, spriteKey].flatMap((key) => key ?? []);
}

/** Which take or asset a finding about a file is about. */
export function aboutFile({ id, fileKey, jobId }: AssetFacts) {
  return { path: pathOfFile(fileKey), assetId: id, ...(jobId !== undefined && { jobId }) };
}

function fileFinding(asset: AssetFacts, onDisk: ReadonlyMap<string, DiskFile>): Finding[] {
  const file = onDisk.get(asset.fileKey);
  if (!file) return [{ kind: "missingFile", ...aboutFile(asset) }];
  return file.bytes === asset.bytes ? [] : [{ kind: "changedFile", ...aboutFile(asset), how: "size" }];
}

function pictureFindings({ id, posterKey, spriteKey }: AssetFacts, onDisk: ReadonlyMap<string, DiskFile>): Finding[] {
  const pictures = [
    ["poster", posterKey],
    ["sprite", spriteKey],
  ] as const;
  return pictures.flatMap(([picture, key]) =>
    key === undefined || onDisk.has(key)
      ? []
      : [{ kind: "missingPicture" as const, picture, path: pathOfFile(key), assetId: id }],
  );
}

function unnamed({ id, fileKey }: AssetFacts): Finding {
  return { kind: "unnamedAsset", assetId: id, path: pathOfFile(fileKey) };
}

function orphan({ key, bytes, changedAtMs }: DiskFile, { nowMs }: World): Finding[] {
  const ageMs = nowMs - changedAtMs;
  if (ageMs <= YOUNG_MS) return [];
  return [{ kind: "orphan", path: pathOfFile(key), bytes, movable: ageMs > MOVED_FROM_MS }];
}

function stuckLease({ jobId, owner, untilMs }: LeaseFacts, { nowMs, isAlive }: World): Finding[] {
  if (untilMs > nowMs + LONGEST_LEASE_MS) return [{ kind: "stuckLease", jobId, reason: "farAhead" }];
  const isOver = untilMs < nowMs - SHORT_GRACE_MS || !isAlive(owner);
  return isOver ? [{ kind: "stuckLease", jobId, reason: "over" }] : [];
}
