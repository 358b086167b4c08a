import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { readMood } from "./mood";

describe("readMood", () => {
  it.each([
    ["A sailing boat at sunset", { time: "dusk", place: "sea", weather: "clear" }],
    ["A neon city in the rain at midnight", { time: "night", place: "city", weather: "rain" }],
    ["Snowy mountains, early morning", { time: "dawn", place: "mountains", weather: "snow" }],
    ["한밤의 도시, 비가 내린다", { time: "night", place: "city", weather: "rain" }],
    ["朝の森を歩く", { time: "dawn", place: "forest", weather: "clear" }],
    ["黃昏的海邊", { time: "dusk", place: "sea", weather: "clear" }],
  ])("reads %s", (prompt, mood) => {
    expect(readMood(prompt, createRandom(1))).toEqual(mood);
  });

  it("reads whole words only", () => {
    expect(readMood("A seasoned cardinal at noon", createRandom(1)).time).toBe("day");
    expect(
      Array.from({ length: 12 }, (_, seed) => readMood("A seasoned cardinal", createRandom(seed)).place),
    ).not.toEqual(Array<string>(12).fill("sea"));
  });

  it("follows what is named first", () => {
    expect(readMood("From the city to the sea", createRandom(1)).place).toBe("city");
  });

  it("lets the seed choose where the prompt is silent", () => {
    const moods = Array.from({ length: 30 }, (_, seed) => JSON.stringify(readMood("Something", createRandom(seed))));
    expect(new Set(moods).size).toBeGreaterThan(6);
  });
});
