import fc from "fast-check";
import { expect, it } from "vitest";
import { shuffledPlaces } from "./blind";

it("a shuffle holds every place once and is the same for the same seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (count, seed) => {
      const places = shuffledPlaces(count, seed);
      expect(places.toSorted()).toEqual(Array.from({ length: count }, (_, place) => place));
      expect(shuffledPlaces(count, seed)).toEqual(places);
    }),
  );
});

it("every order of three comes about as often", () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 6000; seed++) {
    const order = shuffledPlaces(3, seed).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  for (const count of seen.values()) expect(count).toBeGreaterThan(850);
});
