import type { Readable } from "node:stream";
import type { Asset, AssetOrigin } from "./asset";

/** Where bytes live. Keys are made by the store; a key is never reused. */
export interface FileStore {
  /** A path on the same file system, for a file that is still being written. The caller removes or `adopt`s it. */
  temporaryPath(): Promise<string>;
  /** Moves a finished file in durably (file and folder synced) and returns its key. */
  adopt(path: string, extension: string): Promise<string>;
  /** @throws AppError `notFound` */
  read(key: string, range?: { start: number; endInclusive: number }): Promise<Readable>;
  /** The whole content; for pictures and other small files. @throws AppError `notFound` */
  readAll(key: string): Promise<Uint8Array>;
  size(key: string): Promise<number>;
  remove(key: string): Promise<void>;
}

/** A file that is read as one, whatever pieces it is made of. */
export type OpenedFile = {
  bytes: number;
  /** Tells two contents of the same stored file apart. */
  version: string;
  read(range?: { start: number; endInclusive: number }): Promise<Readable>;
};

/** What a player or a tool shows of a file: its title, its comment, and what made it. */
export type FileTags = { title: string; comment: string; tool: string };

/** Where an asset is in the order of age. */
export type AssetPlace = Pick<Asset, "createdAtMs" | "id">;

export interface AssetStore {
  /** A take in `takenFrom` that is gone for good is left out. */
  insert(asset: Asset): Promise<void>;
  get(id: string): Promise<Asset | undefined>;
  /** Those that exist, each once, in the order asked for. */
  getMany(ids: readonly string[]): Promise<Asset[]>;
  /** Inserts, or replaces the row with the same id: for what ships with the studio and may change with it. */
  put(asset: Asset): Promise<void>;
  /** The oldest asset of that origin with this content; with `fromJobId` only one that is a frame of that take. */
  findByContent(sha256: string, origin: AssetOrigin, fromJobId?: string): Promise<Asset | undefined>;
  /** `bytes` are those of its file. False where the asset has one, or is gone: the first one stays. */
  setSprite(id: string, sprite: NonNullable<Asset["sprite"]>, bytes: number): Promise<boolean>;
  /** As `setSprite`. */
  setPoster(id: string, posterKey: string, bytes: number): Promise<boolean>;
  /** Archived videos without a sprite, oldest first; only those younger than `after`. */
  withoutSprite(query: { limit: number; except: readonly string[]; after?: AssetPlace | undefined }): Promise<Asset[]>;
  /** The job that has this asset among its outputs. */
  jobIdOf(assetId: string): Promise<string | undefined>;
}

/** What the stored files take up, in bytes. */
export interface StorageUse {
  usedBytes(): Promise<number>;
  /** `trash` is what emptying it would free, and is in none of the others. */
  byKind(): Promise<Record<"uploads" | "takes" | "pictures" | "samples" | "trash", number>>;
  /** By id, after `afterId`. */
  withoutPictureBytes(page: { afterId: string; limit: number }): Promise<Asset[]>;
  /** Does nothing where the asset has got another picture since. */
  setPictureBytes(asset: Asset, bytes: number): Promise<void>;
}

/** What is known of a media file by reading its container. */
export type Probe = { width?: number; height?: number; durationMs?: number; frameCount?: number };

/** What every use-case that makes an asset is given, so that tests decide time and ids. */
export type AssetMakers = {
  /** Now, in ms since the epoch. */
  clock: () => number;
  /** A new id: unique, not guessable, safe in an address. */
  ids: () => string;
  /** An ffmpeg binary for posters of videos; without it their embedded cover is used, else they have none. */
  ffmpegPath?: string;
};
