import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiskStore } from "@/lib/storage/disk";
import type { FileStore } from "@/lib/storage/ports";

/** One entry per adapter of the port. */
const adapters = [{ name: "disk", open: openDisk }];

async function openDisk(): Promise<{ store: FileStore; close(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), "dailies-files-"));
  return { store: createDiskStore({ root }), close: () => rm(root, { recursive: true, force: true }) };
}

describe.each(adapters)("file store on $name", ({ open }) => {
  let opened: Awaited<ReturnType<typeof openDisk>>;
  let store: FileStore;
  beforeEach(async () => {
    opened = await open();
    store = opened.store;
  });
  afterEach(() => opened.close());

  async function adopted(content: string): Promise<string> {
    const path = await store.temporaryPath();
    await writeFile(path, content);
    return store.adopt(path, "bin");
  }

  it("gives back what it took, whole and in part", async () => {
    const key = await adopted("0123456789");
    expect(Buffer.from(await store.readAll(key)).toString()).toBe("0123456789");
    expect(String(await buffer(await store.read(key)))).toBe("0123456789");
    expect(String(await buffer(await store.read(key, { start: 3, endInclusive: 5 })))).toBe("345");
    expect(String(await buffer(await store.read(key, { start: 9, endInclusive: 9 })))).toBe("9");
    expect(await store.size(key)).toBe(10);
  });

  it("makes another key for the same content, with the extension asked for", async () => {
    const [one, two] = [await adopted("same"), await adopted("same")];
    expect(one).not.toBe(two);
    expect(one).toMatch(/\.bin$/);
  });

  it("takes the temporary file away when it adopts it", async () => {
    const path = await store.temporaryPath();
    await writeFile(path, "x");
    await store.adopt(path, "bin");
    await expect(stat(path)).rejects.toThrow(/ENOENT/);
  });

  it("gives every caller its own temporary path", async () => {
    const paths = await Promise.all(Array.from({ length: 50 }, () => store.temporaryPath()));
    expect(new Set(paths).size).toBe(50);
  });

  it("says notFound for a file that is gone, and removes it twice without complaint", async () => {
    const key = await adopted("x");
    await store.remove(key);
    await store.remove(key);
    for (const read of [store.read, store.readAll, store.size]) {
      await expect(read(key)).rejects.toMatchObject({ code: "notFound" });
    }
  });

  it("says notFound when there is nothing to adopt", async () => {
    await expect(store.adopt(await store.temporaryPath(), "bin")).rejects.toMatchObject({ code: "notFound" });
  });

  it.each(["../../etc/passwd", "/etc/passwd", "ab/../../x", "tmp/x", "ab\\cd.bin", "ab/cd.bin\0", "", "."])(
    "does not follow the key %j",
    async (key) => {
      await expect(store.readAll(key)).rejects.toMatchObject({ code: "notFound" });
      await expect(store.remove(key)).rejects.toMatchObject({ code: "notFound" });
    },
  );

  it("does not follow any key that it did not make", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (key) => {
        await expect(store.size(key)).rejects.toMatchObject({ code: "notFound" });
      }),
    );
  });

  it("does not take an extension that is a path", async () => {
    const path = await store.temporaryPath();
    await writeFile(path, "x");
    await expect(store.adopt(path, "../../x")).rejects.toThrow(TypeError);
  });
});

describe("temporary files of the disk store", () => {
  it("are cleared at the start, but not those that a living process is writing", async () => {
    const { root, names } = await folderWith(["999999999-ab", `${process.pid}-cd`, `${process.ppid}-ef`, "other"]);
    await createDiskStore({ root }).clearTemporary();
    expect(await names()).toEqual([`${process.ppid}-ef`]);
    await rm(root, { recursive: true });
  });

  it("need not exist", async () => {
    const root = await mkdtemp(join(tmpdir(), "dailies-files-"));
    await createDiskStore({ root }).clearTemporary();
    expect(await readdir(root)).toEqual([]);
    await rm(root, { recursive: true });
  });
});

async function folderWith(files: string[]): Promise<{ root: string; names(): Promise<string[]> }> {
  const root = await mkdtemp(join(tmpdir(), "dailies-files-"));
  const folder = join(await createDiskStore({ root }).temporaryPath(), "..");
  await Promise.all(files.map((name) => writeFile(join(folder, name), "x")));
  return { root, names: () => readdir(folder) };
}
