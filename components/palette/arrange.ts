import { hasAllWords, searchable, searchWords } from "@/lib/prompt/search-words";
import type { Command, CommandGroup } from "./command";

/** What one group shows at once; typing brings up the others. */
const SHOWN = 40;

/**
 * The commands that have all words of a query, the best first and so their groups: those that are it, that begin with it, whose
 * words do, that have it elsewhere. Without a query the main ones, as they come.
 */
export function arrange(commands: readonly Command[], query: string): CommandGroup[] {
  const words = searchWords(query);
  const found = commands
    .filter((command) => (words.length === 0 ? !command.isMinor : hasAllWords(textOf(command), words)))
    .map((command) => ({ command, rank: rankOf(command, words) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
  const names = new Set(found.map(({ group }) => group));
  return Array.from(names, (name) => {
    const all = found.filter(({ group }) => group === name);
    return { name, commands: all.slice(0, SHOWN), hidden: Math.max(0, all.length - SHOWN) };
  });
}

function textOf({ label, detail = "", also = "", group }: Command): string {
  return `${label} ${detail} ${also} ${group}`;
}

function rankOf({ label, isMinor }: Command, words: readonly string[]): number {
  const text = searchable(label);
  const query = words.join(" ");
  const starts = text.split(/[^\p{L}\p{M}\p{N}]+/u);
  const fits = [
    text === query,
    text.startsWith(query),
    words.every((word) => starts.some((start) => start.startsWith(word))),
    words.every((word) => text.includes(word)),
    true,
  ];
  return fits.indexOf(true) + (isMinor ? 0.5 : 0);
}
