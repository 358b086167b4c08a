import type { Readable } from "node:stream";
import type { Asset } from "./asset";

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

export interface AssetStore {
  insert(asset: Asset): Promise<void>;
  get(id: string): Promise<Asset | undefined>;
  getMany(ids: readonly string[]): Promise<Asset[]>;
}

/** What is known of a media file by reading its container. */
export type Probe = { width?: number; height?: number; durationMs?: number; frameCount?: number };
