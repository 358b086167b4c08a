import { dirname } from "node:path";
import { importsOf, isTest, targetOf, withoutComments } from "./imports";

export type SourceFile = { path: string; source: string };

/** What every part may build on: plain types and the one error class. */
const COMMON = ["lib/json", "lib/canonical", "lib/errors"];
const DOMAIN = ["lib/schema", "lib/prompt", "lib/models/model", "lib/jobs/job", "lib/storage/asset"];
const INTERFACE = ["lib/api", "lib/i18n", "lib/format", "lib/variations", "lib/media", "lib/spending", ...DOMAIN];
/** Tools for bytes and pictures that hold nothing: the sandbox reads and serves files of its own by them. */
const FILE_TOOLS = ["byte-range", "web-stream", "encode-picture", "hardened-sharp"].map(
  (name) => `lib/storage/${name}`,
);
const PORTS = ["lib/jobs/ports", "lib/jobs/upstream", "lib/storage/ports"];

/**
 * Who may import what, by path prefix; the longest prefix of a file is its rule, and a part may always import itself. What is
 * not listed is forbidden: features in `components` meet only in `app`, nobody imports `app`, adapters do not know each other.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  app: [
    "components",
    "lib/access/policies",
    "lib/server",
    "lib/models",
    "lib/jobs/read",
    "lib/shares",
    "lib/compare",
    ...INTERFACE,
  ],
  "app/api": ["lib/server", ...INTERFACE],
  "app/sandbox": ["lib/server"],
  proxy: ["lib/server", "lib/access/policies", "lib/env", "lib/i18n"],
  "next.config": ["lib/access/policies"],
  instrumentation: ["lib/server"],
  "instrumentation-client": ["components/ui"],
  "components/ui": ["lib/format", "lib/i18n"],
  "components/access": ["components/ui", ...INTERFACE],
  "components/composer": ["components/ui", "lib/request", ...INTERFACE],
  "components/compare": ["components/ui", "lib/compare", ...INTERFACE],
  "components/gallery": ["components/ui", "lib/compare", ...INTERFACE],
  "components/jobs": ["components/ui", "lib/lineage/tree", ...INTERFACE],
  "components/models": ["components/ui", ...INTERFACE],
  "components/palette": ["components/ui", ...INTERFACE],
  "components/player": ["components/ui", ...INTERFACE],
  "components/share": ["components/ui", ...INTERFACE],
  "components/settings": ["components/ui", ...INTERFACE],
  "components/shell": ["components/ui", ...INTERFACE],
  "components/spending": ["components/ui", ...INTERFACE],
  "components/usage": ["components/ui", ...INTERFACE],
  "components/watch": ["components/ui", ...INTERFACE],
  "lib/json": [],
  "lib/canonical": ["lib/json"],
  "lib/errors": ["lib/schema/field"],
  "lib/format": ["lib/i18n/locales"],
  "lib/access": [],
  "lib/settings": [],
  "lib/env": ["lib/access", "lib/settings", "lib/spending/money", "lib/runcomfy/api-key"],
  "lib/i18n": ["lib/schema/field", "lib/jobs/job"],
  "lib/schema": ["lib/media", "lib/format", "lib/models/model", "lib/prompt", "lib/i18n/locales", "lib/storage/asset"],
  "lib/prompt": [],
  "lib/request": [],
  "lib/catalog": ["lib/import", "lib/jobs/job", "lib/models", "lib/prompt", "lib/api", "lib/i18n"],
  "lib/import": ["lib/request", "lib/spending/money", "lib/models", "lib/schema", "lib/api", "lib/i18n"],
  "lib/variations": ["lib/schema"],
  "lib/spending": ["lib/schema", "lib/api"],
  "lib/compare": ["lib/media", "lib/schema/field"],
  "lib/models": ["lib/schema", "lib/prompt", "lib/i18n", "lib/spending", "lib/api"],
  "lib/api": ["lib/spending/account", ...DOMAIN, "lib/i18n", "lib/spending/price", "lib/spending/ledger"],
  "lib/jobs": [
    "lib/schema",
    "lib/prompt",
    "lib/models",
    "lib/spending",
    "lib/storage/ports",
    "lib/storage/asset",
    "lib/api",
    "lib/i18n",
  ],
  "lib/media": ["lib/schema/field"],
  "lib/net": [],
  "lib/runcomfy": [
    "lib/catalog/ports",
    "lib/spending/account",
    "lib/jobs/upstream",
    "lib/jobs/job",
    "lib/net",
    "lib/spending/money",
  ],
  "lib/sandbox": ["lib/schema", "lib/prompt", "lib/models/model", "lib/storage/asset", ...FILE_TOOLS],
  "lib/storage": ["lib/access/policies", "lib/media", "lib/format", "lib/schema", "lib/api", "lib/backup/ports"],
  "lib/library": ["lib/jobs/list-query", "lib/storage/asset-wire", "lib/api", ...DOMAIN],
  "lib/shares": [
    "lib/access",
    "lib/jobs/list-query",
    "lib/jobs/ports",
    "lib/storage/asset-references",
    "lib/api",
    ...DOMAIN,
  ],
  "lib/backup": ["lib/storage/file-key", ...DOMAIN],
  "lib/gallery": ["lib/jobs", "lib/media", "lib/storage/ports", "lib/api", "lib/i18n", ...DOMAIN],
  "lib/export": ["lib/gallery", "lib/jobs/ports", "lib/library/ports", "lib/shares", "lib/storage/ports", ...DOMAIN],
  "lib/lineage": ["lib/jobs/ports", "lib/api", ...DOMAIN],
  "lib/db": [
    "lib/jobs",
    "lib/spending",
    "lib/access",
    "lib/shares",
    "lib/gallery",
    "lib/catalog/ports",
    "lib/import/ports",
    "lib/models/version",
    "lib/prompt/search-words",
    "lib/lineage/ports",
    "lib/library/ports",
    "lib/export/ports",
    "lib/backup/ports",
    "lib/storage/asset-references",
    ...PORTS,
    ...DOMAIN,
  ],
  "lib/server": ["lib", "package.json"],
};

export function directionProblems({ path, source }: SourceFile): string[] {
  const rule = ruleOf(path);
  if (rule === undefined) return [`${path} lies in no part that the table of imports knows`];
  const allowed = [rule, ...COMMON, ...(MAY_IMPORT[rule] ?? [])];
  return targetsOf(path, source)
    .filter((target) => ruleOf(target) !== rule && !allowed.some((prefix) => isWithin(target, prefix)))
    .map((target) => `${path} imports ${target}`);
}

const BROWSER_SAFE = [
  "components",
  "lib/spending",
  "lib/media",
  "lib/schema",
  "lib/prompt",
  "lib/request",
  "lib/variations",
  "lib/compare",
  "lib/api",
  "lib/format",
];
const WITHOUT_REACT = [
  "lib/spending",
  "lib/variations",
  "lib/compare",
  "lib/media",
  "lib/schema",
  "lib/prompt",
  "lib/request",
  "lib/jobs",
  "lib/gallery",
  "lib/export",
  "lib/library",
  "lib/lineage",
  "lib/shares",
  "lib/models",
  "lib/runcomfy",
  "lib/sandbox",
  "lib/storage",
  "lib/db",
];

export function purityProblems({ path, source }: SourceFile): string[] {
  const packages = importsOf(source).map(({ specifier }) => specifier);
  const wrong = packages.filter(
    (name) =>
      (name.startsWith("node:") && BROWSER_SAFE.some((prefix) => isWithin(path, prefix))) ||
      (/^(react|react-dom|next)(\/|$)/.test(name) && WITHOUT_REACT.some((prefix) => isWithin(path, prefix))),
  );
  return wrong.map((name) => `${path} imports ${name}`);
}

/** What reaches out of the process is made by a `create…` or `open…` function, and only the container calls those. */
const ADAPTERS = ["lib/db", "lib/storage", "lib/runcomfy", "lib/sandbox", "lib/net"];

export function constructionProblems({ path, source }: SourceFile): string[] {
  if (isWithin(path, "lib/server")) return [];
  const statements = withoutComments(source).matchAll(/import\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/g);
  return Array.from(statements).flatMap(([, names = "", specifier = ""]) => {
    const target = targetOf(path, specifier) ?? "";
    const isForeign = ADAPTERS.some((prefix) => isWithin(target, prefix) && !isWithin(path, prefix));
    const makers = names.split(",").filter((name) => /^\s*(create|open)[A-Z]/.test(name));
    return isForeign ? makers.map((name) => `${path} makes an adapter by ${name.trim()}`) : [];
  });
}

export function environmentProblems({ path, source }: SourceFile): string[] {
  if (path === "lib/env.ts") return [];
  const code = withoutComments(source);
  const uses =
    code.match(/\bprocess\s*(\?\.|\.)\s*env\b(\.\w+)?|\bprocess\s*\[|from "(node:)?process"|\bimport\.meta\.env\b/g) ??
    [];
  // Next replaces this one by a constant, to leave the code for another runtime out of a bundle.
  const wrong = uses.filter((use) => !(path === "instrumentation.ts" && use === "process.env.NEXT_RUNTIME"));
  return wrong.map((use) => `${path} reads ${use}`);
}

export function modelIdProblems({ path, source }: SourceFile, modelIds: readonly string[]): string[] {
  return modelIds.filter((id) => source.includes(id)).map((id) => `${path} names the model ${id}`);
}

export function typeProblems({ path, source }: SourceFile): string[] {
  const directives = source.match(/@ts-(ignore|nocheck|expect-error)/g) ?? [];
  const types = withoutComments(source).match(/\bas any\b|[:<,|&]\s*any\b(?=\s*[;,)=>|&\]}[])/g) ?? [];
  return [...directives, ...types].map((found) => `${path} escapes the types by ${found.trim()}`);
}

/**
 * Chains of files that import each other in a circle. Imports of types alone do not count, nor do circles within one folder:
 * a field that holds fields is drawn by the same table that draws it.
 */
export function cycles(files: readonly SourceFile[]): string[] {
  const graph = new Map(
    files.map(({ path, source }) => [
      withoutExtension(path),
      importsOf(source)
        .filter(({ typeOnly }) => !typeOnly)
        .flatMap(({ specifier }) => targetOf(path, specifier) ?? []),
    ]),
  );
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (node: string, trail: string[]) => {
    const circle = trail.includes(node) ? [...trail.slice(trail.indexOf(node)), node] : [];
    if (new Set(circle.map((member) => dirname(member))).size > 1) found.add(circle.join(" → "));
    if (trail.includes(node) || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return [...found];
}

function targetsOf(path: string, source: string): string[] {
  return importsOf(source).flatMap(({ specifier }) => targetOf(path, specifier) ?? []);
}

function ruleOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((prefix) => isWithin(path, prefix))
    .sort((a, b) => b.length - a.length)[0];
}

/** Prefixes end at a folder or at a file's name, so that `lib/jobs/job` does not take in `lib/jobs/job-wire`. */
function isWithin(path: string, prefix: string): boolean {
  const bare = withoutExtension(path);
  return bare === prefix || bare.startsWith(`${prefix}/`);
}

function withoutExtension(path: string): string {
  return path.replace(/\.(tsx?|mjs)$/, "");
}

/** Tests may reach across: they put real parts together. */
export function shipped(files: readonly string[]): string[] {
  return files.filter((file) => !isTest(file));
}
