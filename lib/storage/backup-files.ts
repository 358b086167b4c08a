import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BackupFile, OpenedFile, StudioFiles } from "@/lib/backup/ports";
import { isMissing } from "./disk-error";
import { isFileKey } from "./file-key";

const PIECE = 1024 * 1024;

/** What lies beside the database, for a backup. */
export function createStudioFiles({ files, models }: { files: string; models: string }): StudioFiles {
  return {
    openFile: async (key) => (isFileKey(key) ? openFile(join(files, key)) : undefined),

    async openSnapshot(path) {
      const file = await openFile(path);
      if (!file) throw new Error(`${path} is gone`);
      return file;
    },

    async models() {
      const entries = await readdir(models).catch(emptyWhereMissing);
      const names = entries.filter((name) => name.endsWith(".json")).sort();
      return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(models, name)) })));
    },
  };
}

async function openFile(path: string): Promise<OpenedFile | undefined> {
  try {
    const { size } = await stat(path);
    return { bytes: size, content: createReadStream(path, { highWaterMark: PIECE }) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function emptyWhereMissing(error: unknown): string[] {
  if (isMissing(error)) return [];
  throw error;
}

/** A backup on the disk. @throws Error where it cannot be read */
export async function openBackupFile(path: string): Promise<BackupFile & { close(): Promise<void> }> {
  const handle = await open(path, "r");
  const found = await handle.stat();
  if (found.isDirectory()) {
    await handle.close();
    throw new Error("it is a folder");
  }
  const { size } = found;
  return {
    bytes: size,
    async readAt(offset, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      let read = 0;
      while (read < buffer.length) {
        const { bytesRead } = await handle.read(buffer, read, buffer.length - read, offset + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return buffer.subarray(0, read);
    },
    async *stream(offset, length) {
      if (length > 0) yield* createReadStream(path, { start: offset, end: offset + length - 1, highWaterMark: PIECE });
    },
    close: () => handle.close(),
  };
}
