import type { SourceFile } from "./architecture";
import { importsOf, targetOf, withoutComments } from "./imports";

/** What puts the guard before a route handler, by the module that it comes from. */
const HANDLER_MAKERS: Record<string, string> = {
  apiHandler: "@/lib/server/handler",
  submitHandler: "@/lib/server/handler",
  publicHandler: "@/lib/server/share-handler",
  shareHandler: "@/lib/server/share-handler",
  shareFileHandler: "@/lib/server/share-handler",
  sandboxHandler: "@/lib/server/sandbox-handler",
};
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Files that Next answers from, or builds into an answer, by their names. Handlers have a rule of their own. */
const ANSWERING =
  /\/(page|template|default|sitemap|robots|manifest|icon\d*|apple-icon\d*|opengraph-image\d*|twitter-image\d*)\.(tsx?|m?jsx?)$/;
/** Parts of the server that pages may use: `page` asks who visits, the others know nothing of the studio. */
const SERVER_PARTS_OF_PAGES = ["lib/server/page", "lib/server/sign-in-answers"];
/** Behind a link the page looks it up itself, and by which name it was asked for. */
const SHARED = {
  folder: "app/s/",
  parts: ["lib/server/container", "lib/server/guard", "lib/server/share-visit"],
  asks: [/\bguardHost\(/, /\.openShare\(/],
};

/** Methods of a `route.ts` that are answered by something else than what a maker made: the guard does not stand before them. */
export function unguardedHandlers({ path, source }: SourceFile): string[] {
  const code = withoutComments(source);
  const guarded = new Set(Object.keys(HANDLER_MAKERS).filter((name) => imports(code, name, HANDLER_MAKERS[name])));
  const constants = Array.from(code.matchAll(/const (\w+) = (\w+)/g), ([, name = "", value = ""]) => ({ name, value }));
  for (const { name, value } of constants) if (guarded.has(value)) guarded.add(name);
  const renamed = Array.from(code.matchAll(/(\w+) as (\w+)/g), ([, value = "", name = ""]) => ({ name, value }));
  for (const { name, value } of renamed) if (guarded.has(value)) guarded.add(name);
  const answered = METHODS.filter((method) => new RegExp(`export[^;]*\\b${method}\\b`).test(code));
  return answered.filter((method) => !guarded.has(method)).map((method) => `${path} ${method}`);
}

/**
 * What a file of `app` that is no handler does without asking who visits: answer an address, take the studio in another way than by
 * asking (in a component, its metadata, a picture for links, …), or take calls from a browser as a server action.
 */
export function unguardedParts({ path, source }: SourceFile): string[] {
  const code = withoutComments(source);
  const isShared = path.startsWith(SHARED.folder);
  const allowed = isShared ? SHARED.parts : SERVER_PARTS_OF_PAGES;
  const strange = importsOf(source)
    .map(({ specifier }) => targetOf(path, specifier))
    .filter((target) => target?.startsWith("lib/server/") && !allowed.includes(target))
    .map((target) => `${path} uses ${target}`);
  const asks = isShared ? SHARED.asks.every((question) => question.test(code)) : asksWhoVisits(code);
  const problems = ANSWERING.test(path) && !asks ? [`${path} asks nobody who they are`] : [];
  return [...problems, ...strange, ...serverActions({ path, source })];
}

/** Functions that a browser calls at an address of their own: no guard stands before them, and so there are none. */
export function serverActions({ path, source }: SourceFile): string[] {
  return /^\s*["']use server["']/m.test(source) ? [`${path} has a server action`] : [];
}

/** Also by a component or a function of the file that does. */
function asksWhoVisits(code: string): boolean {
  return /\bawait open(Page|SignIn)\(\)/.test(code) || /<StudioPage\b/.test(code);
}

function imports(code: string, name: string, from: string | undefined): boolean {
  return Array.from(code.matchAll(/import\s*\{([^}]*)\}\s*from\s*"([^"]+)"/g)).some(
    ([, names = "", specifier]) => specifier === from && names.split(",").some((each) => each.trim() === name),
  );
}
