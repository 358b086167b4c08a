import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api/client";
import type { WireAsset } from "@/lib/api/contract";
import { translatorFor } from "@/lib/i18n/translator";
import type { Field, MediaLimits } from "@/lib/schema/field";
import type { MediaItem } from "../../composition";
import { createCompositionStore } from "../../composition-store";
import { fixFor } from "./fix-for";
import { keepFile } from "./kept-files";
import { tendFiles } from "./tend-files";

type Upload = {
  refuse: (error: unknown) => void;
  name: string;
  signal: AbortSignal;
  onProgress: (part: number) => void;
  finish: (asset: WireAsset) => void;
};
const uploads: Upload[] = [];
vi.mock("@/lib/api/client", async (original) => ({
  ...(await original<object>()),
  uploadFile: (file: File, options: Pick<Upload, "signal" | "onProgress">) =>
    new Promise<WireAsset>((finish, fail) => {
      uploads.push({ name: file.name, ...options, finish, refuse: fail });
      options.signal.addEventListener("abort", () => fail(new Error("stopped")));
    }),
}));
/** In place of the browser's decoder: a picture's size is what its name says. */
vi.mock("./inspect-file", () => ({
  inspectFile: async (file: File) => {
    const [width = 0, height = 0] = file.name.split("x").map(Number);
    return { facts: { mediaType: "image/png", bytes: file.size, width, height } };
  },
}));

const limits: MediaLimits = { types: ["image/png"], minSide: 300 };
const field = (limit: MediaLimits): Field => ({
  kind: "mediaList",
  media: "image",
  name: "files",
  label: "Files",
  required: true,
  limits: limit,
});
const item = (key: string, name: string): MediaItem => {
  keepFile(key, new File(["x"], name));
  return { key, name, bytes: 1, state: "checking" };
};
const asset = (id: string, size: { width: number; height: number }): WireAsset => ({
  id,
  ref: `asset:${id}`,
  kind: "image",
  mediaType: "image/png",
  bytes: 1,
  durationMs: null,
  name: null,
  url: `/api/assets/${id}`,
  ...size,
});

function open(limit = limits) {
  const store = createCompositionStore([field(limit)], { values: {}, media: { files: [] } });
  tendFiles(store, translatorFor("en"));
  const items = () => store.getState().media.files ?? [];
  return { ...store.getState(), items, store, states: () => items().map(({ state }) => state) };
}
const begun = (count: number) => vi.waitFor(() => expect(uploads).toHaveLength(count));

beforeEach(() => void uploads.splice(0));

describe("files of a form", () => {
  it("go up two at a time, in their order, and are ready with what the studio stores", async () => {
    const form = open();
    form.addItems("files", [item("a", "400x400"), item("b", "401x400"), item("c", "402x400")]);
    await begun(2);
    expect(uploads.map(({ name }) => name)).toEqual(["400x400", "401x400"]);
    uploads[0]?.onProgress(0.5);
    expect(form.items()[0]).toMatchObject({ state: "uploading", progress: 0.5, width: 400 });
    uploads[0]?.finish(asset("1", { width: 400, height: 400 }));
    await begun(3);
    expect(form.items()[0]).toMatchObject({ state: "ready", ref: "asset:1", previewUrl: "/api/assets/1" });
    uploads[1]?.finish(asset("2", { width: 401, height: 400 }));
    uploads[2]?.finish(asset("3", { width: 402, height: 400 }));
    await vi.waitFor(() => expect(form.states()).toEqual(["ready", "ready", "ready"]));
  });

  it("are refused with limit and measure before anything is sent", async () => {
    const form = open();
    form.addItems("files", [item("small", "200x500")]);
    await vi.waitFor(() => expect(form.states()).toEqual(["refused"]));
    expect(form.items()[0]?.problem).toBe("This picture is 200 × 500 pixels. Each side needs at least 300 pixels.");
    expect(uploads).toEqual([]);
  });

  it("that are taken out are stopped, and begin again when they are put back", async () => {
    const form = open();
    form.addItems("files", [item("away", "500x500")]);
    await begun(1);
    form.removeItem("files", "away");
    expect(uploads[0]?.signal.aborted).toBe(true);
    uploads[0]?.onProgress(0.9);
    form.undo();
    await begun(2);
    expect(form.items()[0]?.progress).toBe(0);
    uploads[1]?.finish(asset("4", { width: 500, height: 500 }));
    await vi.waitFor(() => expect(form.states()).toEqual(["ready"]));
  });

  it("that the studio has no room for say so, and go up when they are tried again", async () => {
    const form = open();
    form.addItems("files", [item("late", "700x700")]);
    await begun(1);
    const detail = "The studio's storage is full.";
    uploads[0]?.refuse(
      new ApiError(507, { type: "", title: "", status: 507, code: "quotaFull", detail, requestId: "" }),
    );
    await vi.waitFor(() => expect(form.items()[0]).toMatchObject({ state: "refused", problem: detail }));
    const [slot] = form.store.getState().slots;
    const refused = form.items()[0];
    expect(slot && refused && fixFor(slot, refused)).toEqual({ fix: "again" });
    form.patchItem("files", "late", { state: "checking", problem: "" });
    await begun(2);
    uploads[1]?.finish(asset("6", { width: 700, height: 700 }));
    await vi.waitFor(() => expect(form.states()).toEqual(["ready"]));
  });

  it("that nobody has any more say that they were stopped", async () => {
    const form = open();
    form.addItems("files", [{ key: "lost", name: "lost", state: "uploading" }]);
    await vi.waitFor(() => expect(form.items()[0]?.problem).toBe("The upload was stopped. Choose the file again."));
  });

  it("are held to the limits when they are stored already, for as long as these are broken", async () => {
    const form = open();
    const stored: MediaItem = { key: "s", name: "s", state: "ready", ref: "asset:s", mediaType: "image/png", bytes: 9 };
    form.addItems("files", [{ ...stored, width: 200, height: 400 }]);
    expect(form.items()[0]).toMatchObject({ state: "refused", problem: expect.stringContaining("200 × 400") });
    form.patchItem("files", "s", { width: 300 });
    expect(form.items()[0]).toMatchObject({ state: "ready", problem: "" });
  });

  it("that grew by being stored are refused as well", async () => {
    const form = open({ ...limits, maxBytes: 50 });
    form.addItems("files", [item("grown", "600x600")]);
    await begun(1);
    uploads[0]?.finish({ ...asset("5", { width: 600, height: 600 }), bytes: 51 });
    await vi.waitFor(() => expect(form.states()).toEqual(["refused"]));
    expect(form.items()[0]?.problem).toBe("This file has 51 B (51 bytes). At most 50 B are accepted.");
  });
});
