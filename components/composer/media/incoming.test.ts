import { describe, expect, it } from "vitest";
import type { MediaSlot } from "../composition";
import { slotFor, sortIncoming } from "./incoming";

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
const file = (name: string, type: string, size = 1) => new File(["x".repeat(size)], name, { type });

describe("files that come in", () => {
  it("are taken while there is room, and the rest is counted", () => {
    const files = ["a", "b", "c"].map((name) => file(name, "image/png"));
    const { accepted, leftOut } = sortIncoming(slot(), 1, files);
    expect([accepted.map((entry) => entry.file.name), leftOut]).toEqual([["a"], 2]);
  });

  it.each([
    ["of another kind", file("a.mp4", "video/mp4"), "wrongKind"],
    ["over the byte limit", file("a.png", "image/png", 11), "tooBig"],
    ["at the byte limit", file("a.png", "image/png", 10), undefined],
    ["without a type, which the server looks at", file("a", ""), undefined],
  ])("%s are judged before any upload", (_, incoming, problem) => {
    expect(sortIncoming(slot(), 0, [incoming]).accepted[0]?.problem).toBe(problem);
  });

  it("go to the first slot of their kind that has room", () => {
    const slots = [slot({ id: "first", max: 1 }), slot({ id: "second", max: 1 }), slot({ id: "film", media: "video" })];
    const taken = (id: string) => (id === "first" ? 1 : 0);
    expect(slotFor(slots, taken, file("a.png", "image/png"))?.id).toBe("second");
    expect(slotFor(slots, taken, file("a.mp4", "video/mp4"))?.id).toBe("film");
    expect(slotFor(slots, taken, file("a.mp3", "audio/mpeg"))).toBeUndefined();
  });
});
