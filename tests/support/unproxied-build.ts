import { execFile } from "node:child_process";
import { copyFile, cp, link, mkdir, mkdtemp, readdir, readlink, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What a build is made from. */
const FOLDERS = ["app", "components", "lib", "public"];
const TOP_FILES =
  /^(package\.json|tsconfig\.json|(next|postcss|tailwind)\.config\.\w+|instrumentation(-\w+)?\.ts|.+\.d\.ts)$/;
const TEST_FILE = /\.test\.tsx?$/;
const AT_ONCE = 64;

/**
 * A production build of the present sources without `proxy.ts`, outside of the project: within, Next would find the project's own.
 * @throws Error with what Next said, where it fails
 */
export async function buildWithoutProxy(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "dailies-unproxied-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const files = (await readdir(".")).filter((name) => TOP_FILES.test(name));
    const filter = (path: string) => !TEST_FILE.test(path);
    for (const name of [...FOLDERS, ...files]) await cp(name, join(folder, name), { recursive: true, filter });
    await linkAll("node_modules", join(folder, "node_modules"));
    const next = join(folder, "node_modules/next/dist/bin/next");
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
    await promisify(execFile)(process.execPath, [next, "build"], { cwd: folder, env, maxBuffer: 2 ** 26 });
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The same files under a second name each: a link to the folder would lead out of the build, which Next refuses. */
async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to);
  const entries = await readdir(from, { withFileTypes: true });
  for (let start = 0; start < entries.length; start += AT_ONCE) {
    const some = entries.slice(start, start + AT_ONCE);
    await Promise.all(
      some.map(async (entry) => {
        const [source, target] = [join(from, entry.name), join(to, entry.name)];
        if (entry.isDirectory()) return linkAll(source, target);
        if (entry.isSymbolicLink()) return symlink(await readlink(source), target);
        // On another disk there are no second names.
        return link(source, target).catch(() => copyFile(source, target));
      }),
    );
  }
}
