import { describe, expect, it } from "vitest";
import type { MediaItem } from "../composition";
import { commandsFor } from "./tile-commands";

const item: MediaItem = { key: "a", name: "a.png", state: "ready", ref: "asset:a", previewUrl: "/api/assets/a" };
const possible = (index: number, count: number, of: MediaItem = item) =>
  commandsFor(of, index, count).flatMap(({ command, can }) => (can ? [command] : []));

describe("a tile's commands", () => {
  it("move it where there is somewhere to move to", () => {
    const moves = (index: number, count: number) =>
      possible(index, count).filter((command) => command.startsWith("to"));
    expect([moves(0, 1), moves(0, 3), moves(1, 3), moves(2, 3)]).toEqual([
      [],
      ["toRight"],
      ["toFront", "toLeft", "toRight"],
      ["toFront", "toLeft"],
    ]);
  });

  it("save a copy only of what the studio holds", () => {
    const { previewUrl: _, ...elsewhere } = item;
    expect(possible(0, 1)).toContain("saveCopy");
    expect(possible(0, 1, { ...elsewhere, ref: "https://x.test/a.png" })).not.toContain("saveCopy");
  });
});
