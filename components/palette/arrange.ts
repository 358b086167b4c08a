import { hasAllWords, searchable, searchWords } from "@/lib/prompt/search-words";
import type { Command, CommandGroup } from "./command";

/** What one group shows at once; typing brings up the others. */
const SHOWN = 40;

/**
 * The commands that have all words of a query, the best first and so their groups: those that begin with it, those whose words do,
 * those that have it elsewhere. Without a query the main ones, as they come.
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
  const starts = text.split(/[^\p{L}\p{M}\p{N}]+/u);
  const far = isMinor ? 1 : 0;
  if (text.startsWith(words.join(" "))) return far;
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 2 + far;
  return words.every((word) => text.includes(word)) ? 4 + far : 6 + far;
}
