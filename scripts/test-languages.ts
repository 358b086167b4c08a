import { LOCALES } from "@/lib/i18n/locales";
import { SETTINGS } from "@/lib/settings";
import { countBrowserTests } from "./test/run-browser-tests";
import { add, isGood, summaryOf, type Tally } from "./test/tally";

// As in the other tests: no real key is spent, and no set-up of this machine decides a result.
for (const { name } of SETTINGS) process.env[name] = "";

const wanted = process.argv.slice(2);
const named = LOCALES.filter((locale) => wanted.includes(locale));
const files = wanted.filter((word) => !LOCALES.some((locale) => locale === word));

// One after the other, on one build: together they would wait for each other.
const tallies: [language: string, tally: Tally][] = [];
for (const language of named.length > 0 ? named : LOCALES) {
  console.log(`\n── ${language}`);
  tallies.push([language, await countBrowserTests(files, { TEST_LANGUAGE: language })]);
}
console.log();
for (const [language, tally] of tallies) console.log(`${language}: ${summaryOf(tally)}`);
process.exitCode = isGood(add(tallies.map(([, tally]) => tally))) ? 0 : 1;
