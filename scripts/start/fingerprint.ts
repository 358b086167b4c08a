import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** What a build is made from: whole folders, and the files at the top that steer it. */
const FOLDERS = ["app", "components", "lib", "public"];
const TOP_FILES =
  /^(package(-lock)?\.json|tsconfig\.json|[^.]+\.config\.\w+|(instrumentation|proxy)(-\w+)?\.\w+|types\.d\.ts)$/;
const TEST_FILE = /\.test\.tsx?$/;

/**
 * Equal for equal sources, whatever their times: a copied or freshly cloned folder is not stale by that alone.
 * Tests do not count.
 */
export async function fingerprint(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of await sources(root)) {
    const content = createHash("sha256").update(await readFile(join(root, file)));
    hash.update(`${content.digest("hex")} ${file.split(sep).join("/")}\n`);
  }
  return hash.digest("hex");
}

async function sources(root: string): Promise<string[]> {
  const top = (await readdir(root)).filter((name) => TOP_FILES.test(name));
  const nested = await Promise.all(FOLDERS.map((folder) => filesUnder(root, folder)));
  return [...top, ...nested.flat()].sort();
}

async function filesUnder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !TEST_FILE.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
