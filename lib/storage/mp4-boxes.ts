import type { FileHandle } from "node:fs/promises";
import { type Box, topLevelBoxes } from "@/lib/media/iso-boxes";

/** As `topLevelBoxes`, of an open file. */
export function boxesOfFile(file: FileHandle, fileBytes: number): Promise<Box[]> {
  return topLevelBoxes(readerOf(file), fileBytes);
}

export type Read = (start: number, length: number) => Promise<Buffer>;

/** Gives a part of an open file, or less of it where the file ends. */
export function readerOf(file: FileHandle): Read {
  return async (start, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  };
}
