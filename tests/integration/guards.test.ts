import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { serverActions, unguardedHandlers, unguardedParts } from "@/tests/support/guards";
import { read, sourceFiles } from "@/tests/support/imports";

const load = (paths: readonly string[]) => paths.map((path) => ({ path, source: read(path) }));
const isHandler = (path: string) => /\/route\.\w+$/.test(path);
const files = load(sourceFiles("app").filter((path) => !path.includes(".test.")));
const handlers = files.filter(({ path }) => isHandler(path));
const parts = files.filter(({ path }) => !isHandler(path));

describe("the guard stands before", () => {
  it("every method of every route handler", () => {
    expect(handlers.length).toBeGreaterThan(30);
    expect(handlers.flatMap(unguardedHandlers)).toEqual([]);
  });

  it("every page, its metadata, and all that Next answers from by its name", () => {
    expect(parts.length).toBeGreaterThan(40);
    expect(parts.flatMap(unguardedParts)).toEqual([]);
  });

  it("all there is: no address comes from elsewhere than `app`, and no function takes calls at one of its own", () => {
    expect(["pages", "src"].filter((folder) => existsSync(folder))).toEqual([]);
    expect(readdirSync("app").filter((name) => isHandler(`/${name}`))).toEqual([]);
    expect(load(sourceFiles("components", "lib")).flatMap(serverActions)).toEqual([]);
  });

  it.each([
    ["a function", "export async function GET() { return new Response(); }"],
    ["a constant", "export const POST = async () => new Response();"],
    ["a name given later", "const answer = async () => new Response();\nexport { answer as DELETE };"],
    ["a maker of the same name", `import { apiHandler } from "./mine";\nexport const GET = apiHandler(answer);`],
    [
      "one of two methods",
      `import { apiHandler } from "@/lib/server/handler";\nexport const GET = apiHandler(a);\nexport const POST = b;`,
    ],
  ])("and is missed before %s", (_, source) => {
    expect(unguardedHandlers({ path: "app/api/x/route.ts", source })).toHaveLength(1);
  });

  const OPEN = `import { openPage } from "@/lib/server/page";\nexport default async function Page() { await openPage(); }\n`;
  const TAKES = `import { getContainer } from "@/lib/server/container";\n`;
  it.each([
    ["a page", "x/page.tsx", "export default function Page() { return null; }"],
    ["a page that comments on it", "x/page.tsx", "// await openPage()\nexport default function Page() { return 1; }"],
    ["a page's metadata", "x/page.tsx", `${TAKES}${OPEN}export const generateMetadata = () => getContainer();`],
    ["metadata by a path", "x/page.tsx", `${OPEN}const m = () => import("../../lib/server/container");`],
    ["a layout", "x/layout.tsx", `${TAKES}export default async () => (await getContainer()).mode;`],
    ["a component", "_studio/part.tsx", `${TAKES}export const Part = async () => (await getContainer()).mode;`],
    ["a picture for links", "(studio)/jobs/[id]/opengraph-image.tsx", "export default () => new Response();"],
    ["another one", "x/twitter-image2.ts", "export default () => new Response();"],
    ["an icon by code", "icon.tsx", "export default () => new Response();"],
    ["a sitemap", "sitemap.ts", "export default () => [];"],
    ["a list for robots", "robots.ts", "export default () => ({});"],
    ["a manifest", "manifest.ts", "export default () => ({});"],
    ["a parallel route", "@modal/default.tsx", "export default () => null;"],
    ["a server action", "x/act.ts", `"use server";\nexport async function act() {}`],
    ["one inside of a page", "x/page.tsx", `${OPEN}const act = async () => {\n  "use server";\n};`],
    ["a page behind a link", "s/[token]/x/page.tsx", `${TAKES}export default async () => (await getContainer()).mode;`],
    [
      "one under any name",
      "s/[token]/x/page.tsx",
      `${TAKES}export default async () => (await getContainer()).openShare();`,
    ],
    ["one without a link", "s/[token]/x/page.tsx", `${TAKES}export default async () => guardHost(await headers());`],
  ])("and is missed before %s", (_, path, source) => {
    expect(unguardedParts({ path: `app/${path}`, source })).toHaveLength(1);
  });
});
