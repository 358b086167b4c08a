import type { Property } from "./dialect";
import { wordsOf } from "./words";

export function isSeed(property: Property): boolean {
  const { type, choices } = property;
  if (choices !== undefined || (type !== "integer" && type !== "number" && type !== "unknown")) return false;
  return wordsOf(property).words.at(-1) === "seed";
}

/**
 * The value that asks for a random seed, as far as the schema shows it: -1 where it is the default or the least allowed, 0 where
 * it is both, or the number that the description sets beside "random". Both customs occur in the service's schemas.
 */
export function randomSeedOf(property: Property): number | undefined {
  const { minimum, description = "" } = property;
  if (minimum === -1 || property.default === -1) return -1;
  if (minimum === 0 && property.default === 0) return 0;
  const named = /(?<![\d-])(-1|0)(?!\d)[^.。]{0,40}random/i.exec(description)?.[1];
  return named === undefined ? undefined : Number(named);
}
