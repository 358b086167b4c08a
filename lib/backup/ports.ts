import type { DiskFile, Examined, LeaseFacts } from "./examine";
import type { Finding } from "./findings";
import type { Holds } from "./manifest";

export type { DiskFile, Finding };

/** A file that a row names. Originals have a hash and a length on record; posters and sprites have not. */
export type NamedFile = { key: string; sha256?: string; bytes?: number };

export type Snapshot = { path: string; schema: string[]; holds: Holds; files: NamedFile[] };

/** The database of a studio that may be running. */
export interface StudioRows {
  namedFiles(): NamedFile[];
  /** A whole and consistent copy of the database as it is now, in a file of its own. */
  takeSnapshot(): Promise<Snapshot>;
}

export type OpenedFile = { bytes: number; content: AsyncIterable<Uint8Array> };

/** What lies on the disk beside the database. */
export interface StudioFiles {
  /** `undefined` where there is none. */
  openFile(key: string): Promise<OpenedFile | undefined>;
  openSnapshot(path: string): Promise<OpenedFile>;
  /** The user's own models. */
  models(): Promise<{ name: string; content: Uint8Array }[]>;
}

/** A backup that is being read. */
export interface BackupFile {
  readonly bytes: number;
  readAt(offset: number, length: number): Promise<Buffer>;
  stream(offset: number, length: number): AsyncIterable<Uint8Array>;
}

/**
 * What a restored database held: jobs that waited to be sent and were withheld, and how many links and tokens were open when the
 * backup was made.
 */
export type Settled = { withheld: number; links: number; tokens: number };

/** The empty folder that a backup is restored into. */
export interface RestoreTarget {
  /** Marks the folder as unfinished. */
  begin(): Promise<void>;
  /** Writes a new file, durably. */
  write(path: string, content: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }>;
  /** Writes the database where no studio takes it for one. */
  writeDatabase(content: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }>;
  /**
   * Checks the database, withholds what waits to be sent, and turns the folder into a studio's by one rename.
   */
  finish(): Promise<Settled>;
  /** Removes everything that was written. */
  clear(): Promise<void>;
}

/** Tells how far the work is. */
export type Progress = (done: { files: number; bytes: number }, of: { files: number; bytes: number }) => void;

/** The database as the doctor sees it, also while a studio writes to it. */
export interface PatientRows {
  /** What is wrong with the database itself. When there is something, nothing else can be asked. */
  check(): Finding[];
  read(): Pick<Examined, "assets" | "keysToRemove" | "leases">;
  /** Forgets a poster or sprite, if the row still names that one. */
  forgetPicture(assetId: string, picture: "poster" | "sprite", key: string): void;
  /** Frees a job, if the same run still holds it. */
  dropLease(lease: LeaseFacts): void;
}

/** The disk as the doctor sees it. Paths are relative to the data folder. */
export interface PatientFiles {
  list(): Promise<DiskFile[]>;
  leftovers(): Promise<string[]>;
  /** `undefined` where the file is gone. */
  hash(key: string): Promise<string | undefined>;
  /** Into the folder `found`; nothing is ever deleted there. */
  moveToFound(path: string): Promise<void>;
  removeLeftover(path: string): Promise<void>;
  /** Draws what an asset lacks again, as far as it can be drawn here. */
  drawPictures(assetId: string): Promise<void>;
}
