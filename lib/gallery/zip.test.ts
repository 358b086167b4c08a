import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { type ZipEntry, zipOf } from "./zip";

const AT_MS = Date.UTC(2026, 2, 4, 5, 6, 8);

async function* entriesOf(files: readonly [name: string, chunks: readonly Uint8Array[]][]): AsyncGenerator<ZipEntry> {
  for (const [name, chunks] of files) {
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    yield { name, atMs: AT_MS, bytes, content: from(chunks) };
  }
}

async function* from(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function written(files: Parameters<typeof entriesOf>[0], options?: { longFrom: number }): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(entriesOf(files), options)) chunks.push(chunk);
  return (await temporaryFolder()).write("a.zip", Buffer.concat(chunks));
}

/** What another program finds in it: names, contents in hex and times; it checks every checksum. */
function unpacked(path: string): [string, string, number[]][] {
  const program = `import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps([[i.filename, z.read(i).hex(), list(i.date_time)] for i in z.infolist()]))`;
  return JSON.parse(execFileSync("python3", ["-c", program, path], { encoding: "utf8", maxBuffer: 1e8 }));
}

const FILES: [string, Uint8Array[]][] = [
  ["2026-03-04_狐狸_ab.mp4", [Buffer.from("one"), Buffer.from("two")]],
  ["empty.txt", []],
  ["여우.json", [Buffer.from("{}")]],
];

it.each([
  ["the plain form", undefined],
  ["the form for large files", { longFrom: 1 }],
])("is a zip in %s that unzip finds whole", async (_form, options) => {
  const path = await written(FILES, options);
  expect(execFileSync("unzip", ["-t", path], { encoding: "utf8" })).toContain("No errors detected");
});

it("is read by another program, whatever it holds and where the large form begins", { timeout: 60_000 }, async () => {
  const name = fc.stringMatching(/^[a-z狐🦊]{1,12}$/u);
  const files = fc.uniqueArray(fc.tuple(name, fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 4 })), {
    selector: ([text]) => text,
    maxLength: 6,
  });
  const longFrom = fc.constantFrom(1, 50, 200, 0xffff_ffff);
  await fc.assert(
    fc.asyncProperty(files, longFrom, async (given, from) => {
      const found = unpacked(await written(given, { longFrom: from }));
      const expected = given.map(([text, chunks]) => [
        text,
        Buffer.concat(chunks).toString("hex"),
        [2026, 3, 4, 5, 6, 8],
      ]);
      expect(found).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

it("holds more entries than two bytes can count", { timeout: 60_000 }, async () => {
  const many = Array.from({ length: 66_000 }, (_, index): [string, Uint8Array[]] => [`${index}`, []]);
  expect(unpacked(await written(many))).toHaveLength(66_000);
});

it.each([
  ["at the header", 1],
  ["in the middle", 2],
])("closes what it reads when its reader stops %s", async (_, pieces) => {
  let isClosed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.from("x");
    } finally {
      isClosed = true;
    }
  }
  async function* one(): AsyncGenerator<ZipEntry> {
    yield { name: "endless", atMs: AT_MS, bytes: 1, content: endless() };
  }
  const zip = zipOf(one());
  for (let count = 0; count < pieces; count++) await zip.next();
  await zip.return(undefined);
  expect(isClosed).toBe(true);
});
