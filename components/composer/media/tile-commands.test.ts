import { describe, expect, it } from "vitest";
import type { MediaItem, MediaSlot } from "../composition";
import { commandsFor } from "./tile-commands";

const item: MediaItem = { key: "a", name: "a.png", state: "ready", ref: "asset:a", previewUrl: "/api/assets/a" };
const slot: MediaSlot = {
  id: "image",
  media: "image",
  label: "Picture",
  required: false,
  max: 3,
  limits: {},
  keys: ["image"],
  tags: [],
  list: false,
  fields: [],
};
const possible = (index: number, count: number, of: MediaItem = item) =>
  commandsFor(slot, of, index, count).flatMap(({ command, can }) => (can ? [command] : []));

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

  it("save a copy and crop only what the studio holds", () => {
    const { previewUrl: _, ...elsewhere } = item;
    const needFile = (of: MediaItem) => possible(0, 1, of).filter((command) => /^(saveCopy|crop)$/.test(command));
    expect(needFile(item)).toEqual(["crop", "saveCopy"]);
    expect(needFile({ ...elsewhere, ref: "https://x.test/a.png" })).toEqual([]);
  });
});
