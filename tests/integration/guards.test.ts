import { describe, expect, it } from "vitest";
import { unguardedHandlers, unguardedPages } from "@/tests/support/guards";
import { read, sourceFiles } from "@/tests/support/imports";

const load = (paths: readonly string[]) => paths.map((path) => ({ path, source: read(path) }));
const files = load(sourceFiles("app"));
const handlers = files.filter(({ path }) => path.endsWith("/route.ts"));
/** What is behind a link is looked up by each page itself. */
const pages = files.filter(({ path }) => path.endsWith("/page.tsx") && !path.startsWith("app/s/"));

describe("the guard stands before", () => {
  it("every method of every route handler", () => {
    expect(handlers.length).toBeGreaterThan(30);
    expect(handlers.flatMap(unguardedHandlers)).toEqual([]);
  });

  it("every page", () => {
    expect(pages.length).toBeGreaterThan(6);
    expect(pages.flatMap(unguardedPages)).toEqual([]);
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

  it("and is missed on a page that takes the studio by itself", () => {
    const source = "export default async function Page() { const c = await getContainer(); return c.mode; }";
    expect(unguardedPages({ path: "app/x/page.tsx", source })).toHaveLength(1);
  });
});
