import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SCENARIO_WORDS } from "@/lib/sandbox/scenarios";
import { SETTINGS } from "@/lib/settings";

const read = (path: string) => readFileSync(path, "utf8");
const readme = read("README.md");
const contributing = read("CONTRIBUTING.md");
const manifest: { scripts: object; dependencies: object; devDependencies: object } = JSON.parse(read("package.json"));

describe("the settings", () => {
  it("stand in the README's table as they are in the code", () => {
    const rows = Array.from(
      readme.matchAll(/^\| `([A-Z_]+)` \|(.*)\| (.*) \|$/gm),
      ([, name, fallback = "", what]) => ({
        name,
        fallback: fallback.replaceAll("`", "").trim(),
        what,
      }),
    );
    expect(rows).toEqual(SETTINGS);
  });

  it("stand in .env.example as they are in the code", () => {
    const entries = Array.from(
      read(".env.example").matchAll(/^# (.*)\n([A-Z_]+)=(.*)$/gm),
      ([, what, name, fallback]) => ({
        name,
        fallback,
        what,
      }),
    );
    expect(entries).toEqual(SETTINGS);
  });
});

describe("the README", () => {
  it("has at most 150 lines", () => {
    expect(readme.split("\n").length).toBeLessThanOrEqual(151);
  });

  it("names every word that steers the sandbox", () => {
    const named = Array.from(readme.matchAll(/`\[([a-z-]+)\]`/g), ([, word]) => word);
    expect(new Set(named)).toEqual(new Set(SCENARIO_WORDS));
  });

  it.each([readme, contributing])("names only scripts that exist", (text) => {
    const used = Array.from(text.matchAll(/npm run ([a-z]+(?::[a-z]+)?)/g), ([, script = ""]) => script);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
  });
});

describe("CONTRIBUTING", () => {
  it("gives a reason for every package, and for no other", () => {
    const table = contributing.slice(contributing.indexOf("| Package |"), contributing.indexOf("## Decisions"));
    const explained = Array.from(table.matchAll(/^\| (`.*`) \|/gm), ([, names = ""]) =>
      names.replaceAll("`", "").split(", "),
    );
    const installed = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(explained.flat().sort()).toEqual(Object.keys(installed).sort());
  });
});
