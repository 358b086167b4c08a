import { z } from "zod";

const REGISTRY = "https://registry.npmjs.org/";
/** Packages that may run a program of their own while they are installed: none has to. */
const MAY_RUN: readonly string[] = [];

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

/** What in package-lock.json would bring in something else than the public registry's packages, or run it at `npm ci`. */
export function lockProblems(lock: unknown, mayRun = MAY_RUN): string[] {
  return Object.entries(lockSchema.parse(lock).packages).flatMap(([path, entry]) => {
    if (path === "") return [];
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const problems: string[] = [];
    if (entry.link) problems.push(`${path} is a link`);
    // An entry without an address is fetched from the registry that npm is set to, and its hash holds there, too.
    if (entry.resolved !== undefined && !entry.resolved.startsWith(REGISTRY))
      problems.push(`${path} is not from the registry`);
    if (!/^sha512-/.test(entry.integrity ?? "")) problems.push(`${path} has no SHA-512 hash`);
    if (entry.hasInstallScript && !mayRun.includes(name)) problems.push(`${path} runs a script when it is installed`);
    return problems;
  });
}
