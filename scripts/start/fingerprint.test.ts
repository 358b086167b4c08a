import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint";

describe("fingerprint", () => {
  let root = "";
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  };
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "dailies-print-"));
    await write("app/page.tsx", "page");
    await write("lib/models/data/a.json", "{}");
    await write("package-lock.json", "{}");
  });
  afterEach(() => rm(root, { recursive: true }));

  it.each([
    ["a changed page", "app/page.tsx", "other"],
    ["a new file in a nested folder", "components/ui/button.tsx", "new"],
    ["a changed data file", "lib/models/data/a.json", "[]"],
    ["another package", "package-lock.json", "[]"],
    ["a changed configuration", "next.config.ts", "export default {}"],
    ["a new start hook", "instrumentation.ts", ""],
  ])("differs after %s", async (_, file, text) => {
    const before = await fingerprint(root);
    await write(file, text);
    expect(await fingerprint(root)).not.toBe(before);
  });

  it.each([
    ["a test", "lib/a.test.ts", "test"],
    ["a document", "README.md", "text"],
    ["stored data", ".data/dailies.db", "rows"],
    ["the build itself", ".next/BUILD_ID", "id"],
  ])("stays the same after %s", async (_, file, text) => {
    const before = await fingerprint(root);
    await write(file, text);
    expect(await fingerprint(root)).toBe(before);
  });

  it("does not look at times", async () => {
    const before = await fingerprint(root);
    await utimes(join(root, "app/page.tsx"), 1, 1);
    expect(await fingerprint(root)).toBe(before);
  });

  it("differs when a file is removed or renamed", async () => {
    const before = await fingerprint(root);
    await rm(join(root, "app/page.tsx"));
    const without = await fingerprint(root);
    await write("app/other.tsx", "page");
    expect(new Set([before, without, await fingerprint(root)]).size).toBe(3);
  });
});
