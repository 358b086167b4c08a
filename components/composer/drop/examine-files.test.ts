import { afterEach, describe, expect, it, vi } from "vitest";
import type { WireModel } from "@/lib/api/contract";
import type { Field } from "@/lib/schema/field";
import { box, smallMp4 } from "@/tests/support/small-mp4";
import { type MediaSlot, mediaSlots } from "../composition";
import { composeRequest } from "./compose-request";
import { examineFiles } from "./examine-files";

const media = { required: false, limits: {} };
const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { kind: "image", name: "image", label: "Picture", ...media },
  { kind: "image", name: "last", label: "Last", ...media },
];
const IMAGES = mediaSlots(FIELDS);
const VIDEOS = mediaSlots([{ kind: "video", name: "clip", label: "Clip", ...media }]);
const MODEL: WireModel = { id: "maker/model", name: "Model", summary: "", fields: FIELDS, example: {} } as never;

function video(settings?: object): File {
  const kind = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]);
  const comment = box("\xa9cmt", box("data", kind, Buffer.from(JSON.stringify(settings ?? "none"))));
  const userData = [box("meta", Buffer.alloc(4), box("ilst", comment))];
  const bytes = smallMp4({ indexFirst: true, long: false, chunks: [Buffer.alloc(9)], userData, before: 0, behind: 0 });
  return new File([bytes], "take.mp4", { type: "video/mp4" });
}
const json = (value: unknown) => new File([JSON.stringify(value)], "take.json");
const picture = new File(["x"], "a.png", { type: "image/png" });
const SETTINGS = { dailies: 1, modelId: MODEL.id, input: { prompt: "x" }, jobId: "j1" };

function examine(files: File[], { onForm = true, slots = IMAGES as readonly MediaSlot[] } = {}) {
  return examineFiles(files, { model: MODEL, models: [], slots, onForm });
}

describe("files that no slot took", () => {
  it.each([
    ["a take's video", [video(SETTINGS)]],
    ["its JSON from a zip", [json({ modelId: MODEL.id, modelName: "Model", input: { prompt: "x" }, jobId: "j1" })]],
    ["a video among others", [picture, video(), video(SETTINGS)]],
  ])("rebuild the form from %s, wherever they fell", async (_, files) => {
    for (const onForm of [true, false]) {
      const found = await examine(files, { onForm });
      expect(found).toMatchObject({ kind: "rebuild", from: "j1", request: { input: { prompt: "x" }, model: MODEL } });
    }
  });

  it("are asked about where the form has no place for a key", async () => {
    const found = await examine([video({ ...SETTINGS, input: { prompt: "x", zoom: 2 } })]);
    expect(found).toMatchObject({ kind: "ask", from: "j1" });
  });

  it.each([
    ["a picture on the form", [picture], { onForm: true }, "references"],
    ["a picture elsewhere", [picture], { onForm: false }, "noSettings"],
    ["a picture for a form without references", [picture], { slots: [] }, "noPlace"],
    ["a strange video on a form that takes videos", [video()], { slots: VIDEOS }, "references"],
    ["a strange video on a form that takes none", [video()], { slots: IMAGES }, "noSettings"],
    ["a JSON without a request", [json("words")], {}, "noRequest"],
    ["a video of an unknown model", [video({ ...SETTINGS, modelId: "no/such" })], {}, "unknownModel"],
    ["a folder", [unreadable("folder")], { onForm: false }, "unread"],
    ["a JSON that cannot be read", [unreadable("gone.json")], {}, "unread"],
  ])("are told apart: %s", async (_, files, place, kind) => {
    expect((await examine(files, place))?.kind).toBe(kind);
  });
});

/** As a browser gives a folder, or a file that is gone. */
function unreadable(name: string): File {
  const file = new File(["x"], name);
  const fail = () => Promise.reject(new DOMException("gone", "NotFoundError"));
  file.text = fail;
  file.slice = () => Object.assign(new Blob(), { arrayBuffer: fail });
  return file;
}

describe("the composition of a request from elsewhere", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("keeps what the studio has, and marks what it has not and what was left out", async () => {
    vi.stubGlobal("fetch", async (path: string) => new Response(null, { status: path.endsWith("gone") ? 404 : 200 }));
    const input = { prompt: "dailies:left-out", image: "asset:gone", last: "asset:here" };
    const { values, media } = await composeRequest(FIELDS, input, "Choose it again.");
    expect(values).toEqual({});
    expect(media.image?.[0]).toMatchObject({ state: "refused", problem: "Choose it again." });
    expect(media.image?.[0]).not.toHaveProperty("ref");
    expect(media.last?.[0]).toMatchObject({ state: "ready", ref: "asset:here" });
  });

  it("takes a file for there where the studio does not answer", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
    const { media } = await composeRequest(FIELDS, { image: "asset:gone" }, "Choose it again.");
    expect(media.image?.[0]?.state).toBe("ready");
  });
});
