import fc from "fast-check";
import { expect, it } from "vitest";
import { arrange } from "./arrange";
import type { Command } from "./command";

const command = (label: string, more: Partial<Command> = {}): Command => ({
  id: label,
  group: "Page",
  label,
  run: () => undefined,
  ...more,
});
const labels = (commands: readonly Command[], query: string) =>
  arrange(commands, query).flatMap((group) => group.commands.map(({ label }) => label));

const COMMANDS = [
  command("Regenerate"),
  command("Generate · Free"),
  command("ＪＳＯＮ view"),
  command("즐겨찾기"),
  command("ダウンロード"),
  command("HappyHorse", { group: "Models", detail: "Text to video", also: "alibaba/happyhorse-1-0" }),
  command("Seed: random", { isMinor: true }),
  command("Seed", { isMinor: true }),
];

it.each([
  ["gen", ["Generate · Free", "Regenerate"]],
  ["GEN free", ["Generate · Free"]],
  ["free gen", ["Generate · Free"]],
  ["json", ["ＪＳＯＮ view"]],
  ["ｖｉｅｗ", ["ＪＳＯＮ view"]],
  ["즐겨", ["즐겨찾기"]],
  ["ﾀﾞｳﾝ", ["ダウンロード"]],
  ["1-0 alibaba", ["HappyHorse"]],
  ["video models", ["HappyHorse"]],
  ["rand", ["Seed: random"]],
  ["seed", ["Seed", "Seed: random"]],
  ["nothing of this", []],
])("%s finds %j", (query, found) => {
  expect(labels(COMMANDS, query)).toEqual(found);
});

it("shows the main commands where nothing is searched for", () => {
  expect(labels(COMMANDS, " ")).toEqual(COMMANDS.filter(({ isMinor }) => !isMinor).map(({ label }) => label));
});

it("puts the group of the best one first", () => {
  const commands = [command("Open gallery"), command("Gallery", { group: "Pages" })];
  expect(arrange(commands, "gallery").map(({ name }) => name)).toEqual(["Pages", "Page"]);
});

it("says how many of a long group it does not show", () => {
  const many = Array.from({ length: 45 }, (_, at) => command(`Model ${at}`));
  expect(arrange(many, "")).toMatchObject([{ name: "Page", hidden: 5 }]);
});

it("finds what has every word, in any order and case, and nothing twice", () => {
  const word = fc.stringMatching(/^[a-zé가-힣]{1,6}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(word, { maxLength: 4 }), (words, others) => {
      const commands = [command([...words, ...others].join(" ")), command(others.join("-") || "0")];
      const found = labels(commands, words.toReversed().join(" ").toUpperCase());
      expect(found).toContain(commands[0]?.label);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
