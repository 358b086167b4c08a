import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  constructionProblems,
  cycles,
  directionProblems,
  environmentProblems,
  modelIdProblems,
  purityProblems,
  type SourceFile,
  shipped,
  typeProblems,
} from "@/tests/support/architecture";
import { read, sourceFiles } from "@/tests/support/imports";

const load = (paths: readonly string[]): SourceFile[] => paths.map((path) => ({ path, source: read(path) }));
const product = load(
  shipped(sourceFiles("app", "components", "lib", "instrumentation.ts", "instrumentation-client.ts", "next.config.ts")),
);
const parts = product.filter(({ path }) => path !== "next.config.ts");
const scripts = load(sourceFiles("scripts"));
const tests = load(sourceFiles("tests"));

const DATA = "lib/models/data";
const modelIds = readdirSync(DATA)
  .filter((name) => name.endsWith(".json"))
  .map((name): string => JSON.parse(read(`${DATA}/${name}`)).id);

const wrong = (path: string, source: string): SourceFile => ({ path, source });

describe("imports go one way", () => {
  it("in the whole product", () => {
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.flatMap(directionProblems)).toEqual([]);
  });

  it("and scripts do not import app or components", () => {
    const imports = scripts.filter(({ source }) => /["']@\/(app|components)\//.test(source));
    expect(imports.map(({ path }) => path)).toEqual([]);
  });

  it("without circles", () => {
    expect(cycles(parts)).toEqual([]);
  });

  it.each([
    ["a feature that imports another", "components/player/x.tsx", `import { Takes } from "@/components/jobs/takes";`],
    ["a primitive that knows jobs", "components/ui/x.tsx", `import type { Job } from "@/lib/jobs/job";`],
    ["a component on the server", "components/jobs/x.tsx", `import { getContainer } from "@/lib/server/container";`],
    ["a component in the database", "components/jobs/x.tsx", `import type { Database } from "@/lib/db/schema";`],
    ["a component in a store", "components/composer/x.tsx", `import type { FileStore } from "@/lib/storage/ports";`],
    ["a component at the service", "components/jobs/x.tsx", `const c = await import("@/lib/runcomfy/client");`],
    ["a library that imports app", "lib/api/x.ts", `import { metadata } from "@/app/layout";`],
    ["a use-case that imports an adapter", "lib/jobs/x.ts", `import { openDatabase } from "../db/open";`],
    ["a handler that skips the container", "app/api/x/route.ts", `import { openDatabase } from "@/lib/db/open";`],
    [
      "an adapter that imports another",
      "lib/sandbox/x.ts",
      `export { createRuncomfyClient } from "@/lib/runcomfy/client";`,
    ],
    ["a part that nobody placed", "lib/utils/x.ts", ""],
    ["an import over several lines", "lib/schema/x.ts", `import {\n  a,\n  b,\n} from "@/lib/server/x";`],
  ])("and finds %s", (_, path, source) => {
    expect(directionProblems(wrong(path, source))).toHaveLength(1);
  });

  it("and finds a circle", () => {
    const back = wrong("lib/jobs/b.ts", `import { a } from "@/lib/a";`);
    expect(cycles([wrong("lib/a.ts", `import { b } from "./jobs/b";`), back])).toEqual(["lib/a → lib/jobs/b → lib/a"]);
    expect(cycles([wrong("lib/a.ts", `import type { B } from "./jobs/b";`), back])).toEqual([]);
  });
});

describe("rules stay pure", () => {
  it("in the whole product", () => {
    expect(parts.flatMap(purityProblems)).toEqual([]);
  });

  it.each([
    ["lib/schema/x.ts", `import { readFile } from "node:fs/promises";`],
    ["lib/prompt/x.ts", `import { useMemo } from "react";`],
    ["components/ui/x.tsx", `import { join } from "node:path";`],
    ["lib/jobs/x.ts", `import { after } from "next/server";`],
  ])("and finds %s with %s", (path, source) => {
    expect(purityProblems(wrong(path, source))).toHaveLength(1);
  });
});

describe("adapters are made in one place", () => {
  it("in the whole product", () => {
    expect(parts.flatMap(constructionProblems)).toEqual([]);
  });

  it("and finds another place", () => {
    const handler = wrong("app/api/jobs/route.ts", `import { type Db, openDatabase } from "@/lib/db/open";`);
    expect(constructionProblems(handler)).toEqual(["app/api/jobs/route.ts makes an adapter by openDatabase"]);
    expect(constructionProblems({ ...handler, path: "lib/server/container.ts" })).toEqual([]);
  });
});

describe("the environment is read in one file", () => {
  it("in the whole product", () => {
    expect(product.flatMap(environmentProblems)).toEqual([]);
  });

  it.each([
    ["lib/server/x.ts", "const port = process.env.PORT;"],
    ["lib/server/x.ts", "const { PORT } = process.env;"],
    ["lib/server/x.ts", 'const all = process["env"];'],
    ["lib/server/x.ts", 'import { env } from "node:process";'],
    ["instrumentation.ts", "if (process.env.DATA_DIR) start();"],
  ])("and finds it in %s: %s", (path, source) => {
    expect(environmentProblems(wrong(path, source))).toHaveLength(1);
  });

  it("and lets Next's constant pass at the start hook", () => {
    const hook = `if (process.env.NEXT_RUNTIME === "nodejs") await import("@/lib/server/start");`;
    expect(environmentProblems(wrong("instrumentation.ts", hook))).toEqual([]);
    expect(environmentProblems(wrong("lib/server/x.ts", "// process.env is read elsewhere"))).toEqual([]);
  });
});

describe("no model is named in code", () => {
  it("in the whole product", () => {
    expect(modelIds.length).toBeGreaterThan(3);
    expect([...product, ...scripts].flatMap((file) => modelIdProblems(file, modelIds))).toEqual([]);
  });

  it("and finds one", () => {
    const branch = wrong("components/composer/x.tsx", `if (model.id === "${modelIds[0]}") return <Special />;`);
    expect(modelIdProblems(branch, modelIds)).toHaveLength(1);
  });
});

describe("types are not escaped", () => {
  it("anywhere", () => {
    const all = [...product, ...scripts, ...tests].filter(
      ({ path }) => path !== "tests/integration/architecture.test.ts",
    );
    expect(all.flatMap(typeProblems)).toEqual([]);
  });

  it.each(["const a: any = 1;", "f(b as any)", "Record<string, any>", "// @ts-ignore", "/* @ts-nocheck */"])(
    "and finds %s",
    (source) => {
      expect(typeProblems(wrong("lib/x.ts", source))).toHaveLength(1);
    },
  );

  it("and does not take the word for the type", () => {
    expect(
      typeProblems(wrong("lib/x.ts", "// In any case: any of them, as any reader knows. Words like many stay.")),
    ).toEqual([]);
  });
});
