import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BuildError, ensureBuild } from "./build";

/** Stands in for Next's command line: counts its builds, and does what `lib/behaviour.json` says. */
const NEXT = `
  const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
  const { fail, edit } = JSON.parse(readFileSync("lib/behaviour.json", "utf8"));
  appendFileSync("builds.log", process.argv.slice(2).join(" ") + "\\n");
  mkdirSync(".next", { recursive: true });
  if (edit) writeFileSync("app/page.tsx", "edited while building");
  if (fail) { console.error("page.tsx is broken"); process.exit(1); }
`;

describe("ensureBuild", () => {
  let root = "";
  let said: string[] = [];
  const say = (line: string) => void said.push(line);
  const write = (path: string, text: string) => writeFile(join(root, path), text);
  const behave = (behaviour: { fail?: true; edit?: true }) => write("lib/behaviour.json", JSON.stringify(behaviour));
  const builds = async () => (await readFile(join(root, "builds.log"), "utf8")).trim().split("\n");

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "dailies-build-"));
    said = [];
    for (const folder of ["app", "lib", "node_modules/next/dist/bin"])
      await mkdir(join(root, folder), { recursive: true });
    await write("node_modules/next/dist/bin/next", NEXT);
    await write("app/page.tsx", "first");
    await behave({});
  });
  afterEach(() => rm(root, { recursive: true }));

  it("builds once for unchanged sources, and again for changed ones", async () => {
    await ensureBuild(root, say);
    await ensureBuild(root, say);
    expect(await builds()).toEqual(["build"]);
    await write("app/page.tsx", "second");
    await ensureBuild(root, say);
    expect(await builds()).toEqual(["build", "build"]);
  });

  it("builds once for two starts at the same time, and the second says that it waits", async () => {
    await Promise.all([ensureBuild(root, say), ensureBuild(root, say)]);
    expect(await builds()).toEqual(["build"]);
    expect(said).toContain("Another start is building; waiting for it …");
  });

  it("says why a build failed, and does not take it for one", async () => {
    await ensureBuild(root, say);
    await behave({ fail: true });
    const failing = ensureBuild(root, say);
    await expect(failing).rejects.toThrow(BuildError);
    await expect(failing).rejects.toThrow("page.tsx is broken");
    await expect(ensureBuild(root, say)).rejects.toThrow(BuildError);
    await behave({});
    await ensureBuild(root, say);
    expect(await builds()).toHaveLength(4);
  });

  it("builds again when a source changed during the build", async () => {
    await behave({ edit: true });
    await ensureBuild(root, say);
    await ensureBuild(root, say);
    expect(await builds()).toHaveLength(2);
  });
});
