import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import type { MediaRef } from "@/lib/schema/values";
import type { ReferenceSources } from "./reference-sources";
import { loadReferences } from "./references";

const canvas = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha } } });
const jpeg = await canvas(600, 400).jpeg().toBuffer();
const png = await canvas(30, 20, 0.5).png().toBuffer();

const imageField: Field & { kind: "image" } = {
  kind: "image",
  name: "image_url_1",
  label: "Image",
  required: true,
  limits: {},
};
const refTo = (value: string, facts: Partial<MediaRef> = {}): MediaRef => ({
  field: imageField,
  media: "image",
  path: "image_url_1",
  value,
  ...facts,
});
const sources = (facts: Partial<ReferenceSources> = {}): ReferenceSources => ({
  readAsset: async (id) => (id === "known" ? jpeg : undefined),
  readSample: async (name) => (name.startsWith("lead") ? png : undefined),
  fetchReference: async () => jpeg,
  ...facts,
});
const load = async (refs: MediaRef[], facts: Partial<ReferenceSources> = {}) =>
  loadReferences(refs, {
    samples: { "Example_1.png": "lead", "Example_1.mp4": "lead", "https://pages.test/a.png": "lead" },
    sources: sources(facts),
    signal: new AbortController().signal,
  });
const loadOne = async (value: string, facts: Partial<MediaRef> = {}, from: Partial<ReferenceSources> = {}) => {
  const [loaded] = await load([refTo(value, facts)], from);
  if (!loaded) throw new Error("nothing was loaded");
  return loaded;
};

describe("a reference that can be read", () => {
  it.each([
    ["an asset", "asset:known", { width: 600, height: 400 }],
    ["a data URI", `data:image/png;base64,${png.toString("base64")}`, { width: 30, height: 20 }],
    ["an address", "https://example.com/a.jpg", { width: 600, height: 400 }],
    ["a page's bare sample", "Example_1.png", { width: 30, height: 20 }],
    ["a page's sample address", "https://pages.test/a.png", { width: 30, height: 20 }],
    ["a shipped sample that the store lacks", "asset:sample-lead", { width: 30, height: 20 }],
  ])("is %s", async (_what, value, size) => {
    expect(await loadOne(value)).toMatchObject({ reference: { kind: "picture" }, size });
  });

  it("is never fetched where a shipped sample stands in for it", async () => {
    const refusing = { fetchReference: () => Promise.reject(new Error("fetched")) };
    expect((await loadOne("https://pages.test/a.png", {}, refusing)).reference.kind).toBe("picture");
  });

  it("is upright and at most 2048 pixels long, while its size is its own", async () => {
    const large = await canvas(4000, 1000).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { reference, size } = await loadOne("asset:known", {}, { readAsset: async () => large });
    expect(size).toEqual({ width: 1000, height: 4000 });
    const bytes = reference.kind === "picture" ? reference.bytes : new Uint8Array();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 512, height: 2048 });
  });

  it("keeps its transparency", async () => {
    const { reference } = await loadOne("Example_1.png");
    const bytes = reference.kind === "picture" ? reference.bytes : new Uint8Array();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", hasAlpha: true });
  });

  it("is a picture also where it stands in for a video", async () => {
    const video = { media: "video" as const };
    expect((await loadOne("Example_1.mp4", video)).reference.kind).toBe("picture");
  });
});

describe("a reference that cannot be read", () => {
  const svg = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='9'%20height='9'/%3E";
  const cut = `data:image/jpeg;base64,${jpeg.subarray(0, jpeg.length / 2).toString("base64")}`;

  it.each([
    ["an unknown asset", "asset:gone", "not found"],
    ["a bare name that is nobody's sample", "Other.png", "not found"],
    ["a name that every object has", "constructor", "not found"],
    ["a text", "data:image/png;base64,aGVsbG8=", "not a readable picture"],
    ["a format that is not allowed", svg, "not a readable picture"],
    ["a picture that is cut off", cut, "not a readable picture"],
    ["a data URI above 10 MB", `data:image/png;base64,${"A".repeat(14_000_000)}`, "too large"],
  ])("says so of %s", async (_what, value, reason) => {
    const loaded = await loadOne(value);
    expect(loaded.reference).toEqual({ kind: "unreadable", label: "Image", reason });
    expect(loaded.size).toBeUndefined();
  });

  it("tells nothing of why an address could not be fetched", async () => {
    const failing = { fetchReference: () => Promise.reject(new Error("10.0.0.1 is private")) };
    expect((await loadOne("https://example.com/a.png", {}, failing)).reference).toMatchObject({
      reason: "could not be fetched",
    });
  });

  it("does not fail the others when a source throws", async () => {
    const failing = { readAsset: () => Promise.reject(new Error("disk")) };
    const loaded = await load([refTo("asset:known"), refTo("Example_1.png")], failing);
    expect(loaded.map(({ reference }) => reference.kind)).toEqual(["unreadable", "picture"]);
  });

  it.each(["video", "audio"] as const)("is every %s, without being fetched", async (media) => {
    const refusing = { fetchReference: () => Promise.reject(new Error("fetched")) };
    expect((await loadOne("https://example.com/a", { media }, refusing)).reference).toMatchObject({
      reason: `${media} reference`,
    });
  });
});

describe("references together", () => {
  it("are fetched at once, within limits, and stay in order", async () => {
    const asked: unknown[] = [];
    const waiting: (() => void)[] = [];
    const fetchReference: ReferenceSources["fetchReference"] = (url, { maxBytes, timeoutMs }) =>
      new Promise((resolve) => {
        asked.push([url, maxBytes, timeoutMs]);
        waiting.unshift(() => resolve(jpeg));
        if (waiting.length === 3) for (const answer of waiting) answer();
      });
    const urls = ["https://a.test/1", "https://a.test/2", "https://a.test/3"];
    const loaded = await load(
      urls.map((url, index) => refTo(url, { field: { ...imageField, tag: `character${index + 1}` } })),
      { fetchReference },
    );
    expect(asked).toEqual(urls.map((url) => [url, 20_000_000, 5_000]));
    expect(loaded.map(({ reference }) => reference.label)).toEqual(["character1", "character2", "character3"]);
  });

  it("of a list are numbered", async () => {
    const field: Field & { kind: "mediaList" } = {
      kind: "mediaList",
      media: "image",
      name: "images",
      label: "Images",
      required: false,
      limits: {},
    };
    const loaded = await load([0, 1].map((index) => refTo("asset:known", { field, path: `images.${index}` })));
    expect(loaded.map(({ reference }) => reference.label)).toEqual(["Images 1", "Images 2"]);
  });
});
