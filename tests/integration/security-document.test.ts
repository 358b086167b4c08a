import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const text = readFileSync("SECURITY.md", "utf8");
const rows = Array.from(
  text.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+) \| (.+) \| (.+) \| (.+) \|$/gm),
  ([, number, , state, how, by]) => ({
    number: number ?? "",
    state: state ?? "",
    how: how ?? "",
    by: by ?? "",
  }),
);
/** What holds a requirement: a file, and the title of a test in it. */
const held = rows.flatMap(({ number, by }) =>
  Array.from(by.matchAll(/`([^`]+)`(?: "([^"]+)")?/g), ([, file = "", title]) => ({ number, file, title })),
);

describe("the table of requirements", () => {
  it("is read whole", () => {
    expect(rows.length).toBeGreaterThan(120);
    expect(rows).toHaveLength(text.match(/^\| \d/gm)?.length ?? 0);
    expect(rows.filter(({ by }) => by.replace(/`[^`]+`( "[^"]+")?(; )?/g, "") !== "")).toEqual([]);
  });

  it("names no requirement twice, in their order", () => {
    const places = rows.map(({ number }) => number.split(".").reduce((sum, part) => sum * 100 + Number(part), 0));
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });

  it("says of each how far it is met", () => {
    const states = new Set(rows.map(({ state }) => state));
    expect([...states].sort()).toEqual(["Met", "Not met", "Operator", "Part"]);
    expect(rows.filter(({ how }) => how.trim() === "")).toEqual([]);
  });

  it("names only files that there are", () => {
    expect(held.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  it("quotes only titles that stand in their test", () => {
    const lost = held.filter(
      ({ file, title }) => title && existsSync(file) && !readFileSync(file, "utf8").includes(title),
    );
    expect(lost).toEqual([]);
  });

  it("names a test by its title, wherever it names one", () => {
    const vague = held.filter(({ file, title }) => /\.(test|spec)\.tsx?$/.test(file) && title === undefined);
    expect(vague).toEqual([]);
  });
});

it("contact and times are told", () => {
  expect(text).toContain("Report a vulnerability");
  expect(text).toMatch(/within 3 working days/);
  expect(text).toMatch(/Within 30 days/);
});
