import type { ZipEntry } from "@/lib/gallery/zip";

/** A list as a JSON file of a zip, one item a line: only one of them is in memory. */
export function listEntry(name: string, items: AsyncIterable<object>, atMs: number): ZipEntry {
  return streamedEntry(name, jsonLines(items), atMs);
}

/** A text whose length is not known before it is written. */
export function streamedEntry(name: string, text: AsyncIterable<string>, atMs: number): ZipEntry {
  return { name, atMs, bytes: 0, content: encoded(text) };
}

async function* jsonLines(items: AsyncIterable<object>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const part of text) if (part !== "") yield Buffer.from(part);
}
