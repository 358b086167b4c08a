import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BackupError, MANIFEST } from "./manifest";
import type { BackupFile, NamedFile, RestoreTarget } from "./ports";
import { readArchive } from "./read-archive";
import { restoreBackup } from "./restore-backup";
import { BLOCK, END, headerOf, paddingAfter } from "./tar-format";
import { writeBackup } from "./write-backup";

const SCHEMA = ["001-initial", "002-groups"];
const HOLDS = { takes: 1, uploads: 2, collections: 3, links: 4 };
const keyOf = (index: number) => `${index.toString(16).padStart(2, "0")}/${"0".repeat(30)}.mp4`;
const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 700) yield content.subarray(at, at + 700);
}

type World = { files: Map<string, Uint8Array>; models?: Record<string, string>; named?: NamedFile[] };

/** A backup of a studio in memory, whose database is a few bytes. */
async function backUp({ files, models = {}, named }: World) {
  const chunks: Uint8Array[] = [];
  const all = named ?? [...files].map(([key, content]) => ({ key, sha256: sha256(content), bytes: content.length }));
  const database = Buffer.from("rows");
  const written = await writeBackup({
    rows: {
      namedFiles: () => all,
      takeSnapshot: async () => ({ path: "copy", schema: SCHEMA, holds: HOLDS, files: all }),
    },
    files: {
      async openFile(key) {
        const content = files.get(key);
        return content && { bytes: content.length, content: pieces(content) };
      },
      openSnapshot: async () => ({ bytes: database.length, content: pieces(database) }),
      models: async () => Object.entries(models).map(([name, text]) => ({ name, content: Buffer.from(text) })),
    },
    out: async (chunk) => void chunks.push(Buffer.from(chunk)),
    now: () => Date.UTC(2026, 0, 1),
    progress: () => {},
  });
  return { ...written, archive: Buffer.concat(chunks) };
}

function fileOf(archive: Buffer): BackupFile {
  return {
    bytes: archive.length,
    readAt: async (offset, length) => archive.subarray(offset, offset + length),
    stream: (offset, length) => pieces(archive.subarray(offset, offset + length)),
  };
}

/** A folder in memory. */
function target() {
  const state = { files: new Map<string, Buffer>(), finished: false, order: [] as string[] };
  const write = async (path: string, content: AsyncIterable<Uint8Array>) => {
    const bytes = await buffer(content);
    state.files.set(path, bytes);
    state.order.push(path);
    return { sha256: sha256(bytes), bytes: bytes.length };
  };
  const folder: RestoreTarget = {
    begin: async () => {},
    write,
    writeDatabase: (content) => write("studio.db", content),
    async finish() {
      state.finished = true;
      return { withheld: 0, links: 0, tokens: 0 };
    },
    clear: async () => state.files.clear(),
  };
  return { folder, state };
}

async function restored(archive: Buffer, knownSchema: readonly string[] = SCHEMA) {
  const { folder, state } = target();
  const outcome = restoreBackup({ file: fileOf(archive), target: folder, knownSchema, progress: () => {} });
  await outcome.catch((error: unknown) => {
    expect([state.files.size, state.finished]).toEqual([0, false]);
    throw error;
  });
  return state;
}

describe("a backup and its restoring", () => {
  const contents = fc.array(fc.uint8Array({ maxLength: 2_000 }), { maxLength: 8 });
  const modelName = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
    .map((name) => `m${name.replace(/[/\\\p{Cc}]/gu, "")}.json`);

  it("are the identity over files, models and their hashes", async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.uniqueArray(modelName, { maxLength: 3 }), async (all, names) => {
        const files = new Map(all.map((content, index) => [keyOf(index), content]));
        const models = Object.fromEntries(names.map((name) => [name, `{"id":"${name.length}"}`]));
        const { archive, manifest } = await backUp({ files, models });
        const { files: found, finished } = await restored(archive);
        const expected = new Map<string, Uint8Array>([
          ...[...files].map(([key, content]) => [`files/${key}`, Buffer.from(content)] as const),
          ...Object.entries(models).map(([name, text]) => [`models/${name}`, Buffer.from(text)] as const),
          ["studio.db", Buffer.from("rows")],
        ]);
        expect([finished, found]).toEqual([true, expected]);
        expect(manifest.files.every(({ path, sha256: hash }) => sha256(found.get(path) ?? Buffer.of()) === hash)).toBe(
          true,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("refuse every cut, and leave nothing", async () => {
    const { archive } = await backUp({
      files: new Map([[keyOf(1), Buffer.alloc(700, 1)]]),
      models: { "a.json": "{}" },
    });
    for (let length = 0; length < archive.length; length++) {
      await expect(readArchive(fileOf(archive.subarray(0, length))), String(length)).rejects.toThrow(BackupError);
    }
    await readArchive(fileOf(archive));
  });

  it("refuse every flipped bit of a stored file", async () => {
    const content = Buffer.from("a take that was paid for");
    const { archive } = await backUp({ files: new Map([[keyOf(1), content]]) });
    const start = archive.indexOf(content);
    for (let at = start; at < start + content.length; at++) {
      const flipped = Buffer.from(archive);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await expect(restored(flipped)).rejects.toThrow("is not what was backed up");
    }
  });

  it("leave a folder alone that another restore has begun to fill", async () => {
    const { archive } = await backUp({ files: new Map() });
    const { folder, state } = target();
    state.files.set("studio.db", Buffer.from("the other's"));
    const begun = { ...folder, begin: () => Promise.reject(new Error("EEXIST")) };
    const outcome = restoreBackup({ file: fileOf(archive), target: begun, knownSchema: SCHEMA, progress: () => {} });
    await expect(outcome).rejects.toThrow("EEXIST");
    expect(state.files.get("studio.db")?.toString()).toBe("the other's");
  });

  it("put the database last", async () => {
    const files = new Map([0, 1, 2].map((index) => [keyOf(index), Buffer.from("x")]));
    const { order } = await restored((await backUp({ files, models: { "z.json": "{}" } })).archive);
    expect(order.at(-1)).toBe("studio.db");
  });

  it("name what is missing and what has changed, and restore the rest", async () => {
    const files = new Map([[keyOf(1), Buffer.from("here")]]);
    const named = [{ key: keyOf(1), sha256: "0".repeat(64) }, { key: keyOf(2) }];
    const { archive, manifest, changed } = await backUp({ files, named });
    expect([manifest.missing, changed]).toEqual([[`files/${keyOf(2)}`], [`files/${keyOf(1)}`]]);
    expect((await restored(archive)).files.has(`files/${keyOf(1)}`)).toBe(true);
  });

  it("refuse the database of a newer version", async () => {
    const { archive } = await backUp({ files: new Map() });
    await expect(restored(archive, ["001-initial"])).rejects.toThrow(/newer version .*002-groups/);
    await restored(archive, [...SCHEMA, "003-library"]);
  });

  it("leave out a model whose name cannot be restored, and say so", async () => {
    const { archive, leftOut } = await backUp({ files: new Map(), models: { ".hidden.json": "{}", "ok.json": "{}" } });
    expect(leftOut).toEqual([".hidden.json"]);
    expect([...(await restored(archive)).files.keys()]).toEqual(["models/ok.json", "studio.db"]);
  });
});

describe("a hostile archive", () => {
  const entry = (path: string, content = "x", patch: (header: Buffer) => void = () => {}) => {
    const header = headerOf({ path, bytes: content.length, atMs: 0 });
    patch(header);
    return Buffer.concat([header, Buffer.from(content), paddingAfter(content.length)]);
  };
  /** Sets the kind of an entry, with a header whose sum is right. */
  const kind = (type: string) => (header: Buffer) => {
    header.write(type, 156);
    header.write("        ", 148);
    const sum = header.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  };

  it.each<[string, Buffer, RegExp]>([
    ["an absolute path", entry("/etc/passwd"), /"\/etc\/passwd", a path/],
    ["a path upwards", entry("files/../../x"), /a path that no backup has/],
    ["a model upwards", entry("models/../studio.json"), /a path that no backup has/],
    ["a hidden model", entry("models/.x.json"), /a path that no backup has/],
    ["another file", entry("studio.lock"), /a path that no backup has/],
    ["a backslash", entry("models\\x.json"), /a path that no backup has/],
    ["a long path upwards", entry(`${"../".repeat(60)}x`), /a path that no backup has/],
    ["a symbolic link", entry(`files/${keyOf(1)}`, "", kind("2")), /not a file, such as a link/],
    ["a hard link", entry(`files/${keyOf(1)}`, "", kind("1")), /not a file, such as a link/],
    ["a folder", entry("files/ab", "", kind("5")), /not a file, such as a link/],
    ["an extension that is no name", entry("studio.db", "7 a=b\n", kind("x")), /not a long name/],
    ["the same path twice", Buffer.concat([entry("studio.db"), entry("studio.db")]), /twice/],
    ["no manifest", entry("studio.db"), /no manifest/],
    ["a manifest of another program", entry(MANIFEST, "{}"), /cannot be read/],
    ["a wrong sum", entry("studio.db", "x", (header) => header.write("9", 0)), /damaged header/],
    ["text", Buffer.alloc(2_000, "text "), /damaged header/],
  ])("is refused for %s", async (_, bytes, message) => {
    const refusal = readArchive(fileOf(Buffer.concat([bytes, END])));
    await expect(refusal).rejects.toThrow(BackupError);
    await expect(refusal).rejects.toThrow(message);
  });

  it("is refused where the manifest names what is not there", async () => {
    const { archive } = await backUp({ files: new Map() });
    const text = archive.toString("latin1").replaceAll('"path": "studio.db"', '"path": "studio.bd"');
    await expect(readArchive(fileOf(Buffer.from(text, "latin1")))).rejects.toThrow("studio.bd is not in it");
  });
});
