import type { SeedField } from "@/lib/schema/field";

/** Small enough to be read aloud, large enough not to meet twice. */
const LARGEST_SEED = 2_147_483_647;

/** Different seeds within the bounds of the field, never the value that asks for a random one; fewer where there are not enough. */
export function randomSeeds(field: SeedField, count: number, random: () => number): number[] {
  const { min, max } = seedBounds(field);
  const wanted = Math.min(count, randomSeedRoom(field));
  const seeds = new Set<number>();
  while (seeds.size < wanted) {
    const start = min + Math.floor(random() * (max - min + 1));
    seeds.add(nextFree(start, { min, max }, (seed) => seeds.has(seed) || seed === field.randomValue));
  }
  return [...seeds];
}

/** How many different seeds can be drawn. */
export function randomSeedRoom(field: SeedField): number {
  const { min, max } = seedBounds(field);
  return max - min + 1 - (isWithin(field.randomValue, min, max) ? 1 : 0);
}

/** The seeds that are drawn: positive where the field allows it. */
function seedBounds(field: SeedField): { min: number; max: number } {
  const max = Math.min(field.max ?? LARGEST_SEED, LARGEST_SEED);
  return { min: Math.min(Math.max(field.min ?? 1, 1), max), max };
}

/** Where a number is taken the next one is: so the search ends, whatever chance does. */
function nextFree(start: number, { min, max }: { min: number; max: number }, taken: (seed: number) => boolean): number {
  let seed = start;
  while (taken(seed)) seed = seed === max ? min : seed + 1;
  return seed;
}

function isWithin(value: number | undefined, min: number, max: number): boolean {
  return value !== undefined && value >= min && value <= max;
}
