import { expect, it } from "vitest";
import { takeName } from "./take-name";

const take = { id: "3f2a9c1b-77", modelName: "Wan 2.6: Text to Video", createdAt: "2026-11-21T09:00:00.000Z" };

it.each([
  [{ ...take, input: { seed: 42 } }, "2026-11-21_Wan-2.6-Text-to-Video_seed-42_3f2a9c1b"],
  [{ ...take, input: { seed: "7" } }, "2026-11-21_Wan-2.6-Text-to-Video_seed-7_3f2a9c1b"],
  [{ ...take, input: { seed: "../x" } }, "2026-11-21_Wan-2.6-Text-to-Video_3f2a9c1b"],
  [{ ...take, modelName: "../混元 影片/", input: {} }, "2026-11-21_..-混元-影片_3f2a9c1b"],
])("names a take by its day, model, seed and id", (named, name) => {
  expect(takeName(named)).toBe(name);
});
