import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { compileFields } from "./compile";
import { groupFields } from "./series";
import { firstImage, initialValues, mediaRefs } from "./values";

const media = (format: string) => ({ type: "string", format });
const fields = compileFields({
  properties: {
    audio_url: media("audio_uri"),
    image_url_10: media("image_uri"),
    image_url_2: media("image_uri"),
    prompt: { type: "string", default: "sample" },
    image_url_1: media("image_uri"),
    video_1: media("video_uri"),
    clips: { type: "array", format: "video_uris" },
    elements: {
      type: "array",
      items: { type: "object", properties: { face_image: media("image_uri"), name: { type: "string" } } },
    },
    duration: { type: "integer", default: 5 },
  },
});

describe("groupFields", () => {
  it("gathers a numbered series at its first place, by number, and leaves a lone number alone", () => {
    const shown = groupFields(fields).map((group) =>
      group.kind === "series" ? [group.base, ...group.fields.map(({ series }) => series?.index)] : group.field.name,
    );
    expect(shown).toEqual(["audio_url", ["image_url", 1, 2, 10], "prompt", "video_1", "clips", "elements", "duration"]);
  });

  it("keeps series of different kinds apart", () => {
    const mixed = compileFields({ properties: { ref_1: media("image_uri"), ref_2: media("video_uri") } });
    expect(groupFields(mixed).map(({ kind }) => kind)).toEqual(["single", "single"]);
  });
});

describe("initialValues", () => {
  it("are the defaults, not the samples", () => {
    expect(initialValues(fields)).toEqual({ duration: 5 });
  });
});

describe("mediaRefs", () => {
  it("lists files in slot order, through lists and structures, with their places", () => {
    const value: JsonObject = {
      image_url_10: "asset:ten",
      image_url_2: "asset:two",
      image_url_1: "",
      clips: ["asset:c0", 7, "asset:c2"],
      elements: [{ name: "x" }, { face_image: "asset:face" }],
      prompt: "asset:not-a-file",
    };
    expect(mediaRefs(fields, value).map(({ path, media: kind, value: ref }) => [path, kind, ref])).toEqual([
      ["image_url_2", "image", "asset:two"],
      ["image_url_10", "image", "asset:ten"],
      ["clips.0", "video", "asset:c0"],
      ["clips.2", "video", "asset:c2"],
      ["elements.1.face_image", "image", "asset:face"],
    ]);
    expect(firstImage(fields, value)?.value).toBe("asset:two");
    expect(firstImage(fields, { clips: ["asset:c0"] })).toBeUndefined();
  });
});
