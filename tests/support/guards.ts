import type { SourceFile } from "./architecture";
import { withoutComments } from "./imports";

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

/** Pages that show something without asking first whether they may be seen, or get the studio in another way than by asking. */
export function unguardedPages({ path, source }: SourceFile): string[] {
  const code = withoutComments(source);
  const asks = /\bawait open(Page|SignIn)\(\)/.test(code) || /<StudioPage\b/.test(code);
  const showsNothing = /function Page\(\) \{\s*notFound\(\);\s*\}/.test(code);
  return (asks || showsNothing) && !code.includes("getContainer") ? [] : [path];
}

function imports(code: string, name: string, from: string | undefined): boolean {
  return Array.from(code.matchAll(/import\s*\{([^}]*)\}\s*from\s*"([^"]+)"/g)).some(
    ([, names = "", specifier]) => specifier === from && names.split(",").some((each) => each.trim() === name),
  );
}
