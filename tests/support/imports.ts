import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** One module specifier in a source file. `typeOnly` imports leave nothing behind at run time. */
export type Import = { specifier: string; typeOnly: boolean };

const STATEMENT = /^\s*(?:import|export)\b(\s+type\b)?(?:[^'"`;]*?\bfrom)?\s*["']([^"']+)["']/gm;
const CALL = /\b(?:import|require)\(\s*(?:\/\*[^*]*\*\/\s*)?["']([^"']+)["']\s*\)/g;

/** The imports, re-exports and dynamic imports of a TypeScript source, comments left out. */
export function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  const statements = Array.from(code.matchAll(STATEMENT), ([, type, specifier = ""]) => ({
    specifier,
    typeOnly: type !== undefined,
  }));
  const calls = Array.from(code.matchAll(CALL), ([, specifier = ""]) => ({ specifier, typeOnly: false }));
  return [...statements, ...calls];
}

/** Source without its comments; what stands in quotation marks stays, also where it looks like a comment. */
export function withoutComments(source: string): string {
  return source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g,
    (_, quoted: string | undefined) => quoted ?? "",
  );
}

/** Where an import within the project leads, as a path from its root without extension; undefined for a package. */
export function targetOf(file: string, specifier: string): string | undefined {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? join(dirname(file), specifier)
      : undefined;
  return path === undefined ? undefined : normalize(path).replace(/\.(tsx?|mjs|js)$/, "");
}

/** Source files under `folders`, from the project's root, tests included. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) => {
    if (!existsSync(folder)) return [];
    if (statSync(folder).isFile()) return [folder];
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(tsx?|mjs)$/.test(name))
      .map((name) => join(folder, name));
  });
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

export function read(file: string): string {
  return readFileSync(file, "utf8");
}
