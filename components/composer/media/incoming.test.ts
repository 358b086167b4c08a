import { describe, expect, it } from "vitest";
import type { MediaSlot } from "../composition";
import { readable, slotFor, sortIncoming } from "./incoming";

const slot = (extra: Partial<MediaSlot> = {}): MediaSlot => ({
  id: "image_url",
  media: "image",
  label: "References",
  required: true,
  max: 2,
  limits: { maxBytes: 10 },
  keys: [],
  tags: [],
  list: false,
  fields: [],
  ...extra,
});
const file = (name: string, type: string) => new File(["x"], name, { type });

describe("files that come in", () => {
  it("are taken while there is room, and the rest is counted", () => {
    const files = ["a", "b", "c"].map((name) => file(name, "image/png"));
    const { accepted, leftOut } = sortIncoming(slot(), 1, files);
    expect([accepted.map(({ name }) => name), leftOut]).toEqual([["a"], 2]);
  });

  it("go to the first slot of their kind that has room", () => {
    const slots = [slot({ id: "first", max: 1 }), slot({ id: "second", max: 1 }), slot({ id: "film", media: "video" })];
    const taken = (id: string) => (id === "first" ? 1 : 0);
    expect(slotFor(slots, taken, file("a.png", "image/png"))?.id).toBe("second");
    expect(slotFor(slots, taken, file("a.mp4", "video/mp4"))?.id).toBe("film");
  });

  it("go to the first slot with room where their name tells nothing, to be looked at there", () => {
    const slots = [slot({ id: "first", max: 1 }), slot({ id: "film", media: "video" })];
    const taken = (id: string) => (id === "first" ? 1 : 0);
    expect(slotFor(slots, () => 0, file("a.heic", ""))?.id).toBe("first");
    expect(slotFor(slots, taken, file("a.pdf", "application/pdf"))?.id).toBe("film");
    expect(slotFor([], taken, file("a.png", "image/png"))).toBeUndefined();
  });

  it("are without folders, which cannot be read", async () => {
    const folder = file("folder", "");
    folder.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error("NotFoundError")) });
    const picture = file("a.png", "image/png");
    expect(await readable([folder, picture])).toEqual([picture]);
  });
});
