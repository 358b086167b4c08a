import type { Property } from "./dialect";
import { wordsOf } from "./words";

/** Names of a prompt, the best first. `lyrics` is one only where nothing better is there. */
const NAMES = ["prompt", "positive prompt", "prompt text", "text prompt", "text"];
const RANK_OF_OTHER_PROMPT = NAMES.length;
const RANK_OF_LYRICS = NAMES.length + 1;

/** How much a text looks like the prompt: the lower the more; `undefined` for other texts and a negative or system prompt. */
export function promptRank(property: Property): number | undefined {
  const { type, choices, puzzle } = property;
  if (choices !== undefined || puzzle !== undefined || (type !== "string" && type !== "unknown")) return undefined;
  const { words } = wordsOf(property);
  const name = words.join(" ");
  const rank = NAMES.indexOf(name);
  if (rank >= 0) return rank;
  if (words.includes("negative") || words.includes("system")) return undefined;
  if (words.at(-1) === "prompt") return RANK_OF_OTHER_PROMPT;
  return name === "lyrics" ? RANK_OF_LYRICS : undefined;
}

/** The key of the one property that is the prompt; the first of the best where several look alike. */
export function primaryPrompt(properties: readonly Property[]): string | undefined {
  let best: { key: string; rank: number } | undefined;
  for (const property of properties) {
    const rank = promptRank(property);
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { key: property.key, rank };
  }
  return best?.key;
}
