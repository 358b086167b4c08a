import { createHash } from "node:crypto";
import type { ZipEntry } from "@/lib/gallery/zip";
import { streamedEntry } from "./list-entry";

/** A file that the studio knows of and that is not on its disk. */
export type MissingFile = { path: string; assetId: string; bytes: number; sha256: string };

type Head = { studioVersion: string; exportedAtMs: number };

/** These entries, and behind them a file with the size and the hash of each and with what `missing` holds by then. */
export async function* withManifest(
  entries: AsyncIterable<ZipEntry>,
  missing: readonly MissingFile[],
  { studioVersion, exportedAtMs }: Head,
): AsyncGenerator<ZipEntry> {
  // Lines, because there may be hundreds of thousands.
  const files: string[] = [];
  for await (const entry of entries) {
    yield { ...entry, content: noted(entry, (line) => files.push(line)) };
  }
  const head = { dailiesExport: 1, studioVersion, exportedAt: new Date(exportedAtMs).toISOString(), missing };
  yield streamedEntry("manifest.json", manifest(head, files), exportedAtMs);
}

async function* noted({ name, content }: ZipEntry, note: (line: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  note(JSON.stringify({ path: name, bytes, sha256: hash.digest("hex") }));
}

async function* manifest(head: object, files: readonly string[]): AsyncGenerator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [\n`;
  for (const [index, file] of files.entries()) yield `    ${file}${index === files.length - 1 ? "" : ","}\n`;
  yield "  ]\n}\n";
}
