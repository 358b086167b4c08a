import type { ZipEntry } from "./zip";

/** A short text as a file of a zip. */
export function textEntry(name: string, text: string, atMs: number): ZipEntry {
  const bytes = Buffer.from(text);
  return { name, atMs, bytes: bytes.length, content: inOnePiece(bytes) };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
