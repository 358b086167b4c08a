import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createValidator } from "@/lib/schema/validator";
import { findModel, listModels } from "./catalog";
import { modelFields } from "./localize";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderWith(files: Record<string, unknown>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "models-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

const text = { en: "x" };
const model = (id: string, more: object = {}) => ({
  id,
  name: text,
  summary: text,
  output: "video",
  inputSchema: { type: "object", properties: { prompt: { type: "string" } } },
  notes: {},
  example: {},
  ...more,
});

describe("the shipped models", () => {
  it("are the four seeds, the nine-reference model first", () => {
    expect(listModels().map(({ id }) => id)).toEqual([
      "happyhorse/happyhorse-1.0/reference-to-video",
      "happyhorse/happyhorse-1.0/image-to-video",
      "community/fantasy-portrait/image-to-video",
      "tencent/hunyuan/text-to-video",
    ]);
  });

  it.each(listModels().map((shipped) => [shipped.id, shipped] as const))("%s can send its showcase", (_, shipped) => {
    const checked = createValidator(modelFields(shipped, "en")).parse(shipped.showcase);
    expect(checked).toEqual({ ok: true, value: shipped.showcase });
  });

  it.each(listModels().map((shipped) => [shipped.id, shipped] as const))(
    "%s is written in every language",
    (_, shipped) => {
      const texts = [shipped.name, shipped.summary];
      for (const key of Object.keys(shipped.inputSchema.properties ?? {})) {
        const notes = shipped.notes[key];
        expect(notes?.title, key).toBeDefined();
        if (notes?.title) texts.push(notes.title);
        if (notes?.description) texts.push(notes.description);
        texts.push(...Object.values(notes?.options ?? {}));
      }
      for (const entry of texts) expect(Object.keys(entry)).toEqual(["en", "ko", "ja", "zh-TW"]);
    },
  );
});

describe("a folder of models", () => {
  it("is listed by rank, then by id", () => {
    const folder = folderWith({
      "1.json": model("z/a"),
      "2.json": model("b/a"),
      "3.json": model("y/a", { rank: 2 }),
      "4.json": model("x/a", { rank: 1 }),
      "notes.txt": "not a model",
    });
    expect(listModels(folder).map(({ id }) => id)).toEqual(["x/a", "y/a", "b/a", "z/a"]);
    expect(findModel("b/a", folder)?.id).toBe("b/a");
    expect(findModel("B/a", folder)).toBeUndefined();
  });

  it.each([
    ["no JSON", "{", /broken\.json.*JSON/s],
    ["a misspelt key", model("a/b", { exmaple: {} }), /broken\.json.*exmaple/s],
    ["an id of one segment", model("a"), /broken\.json.*id/s],
    ["a text without English", model("a/b", { name: { ko: "가" } }), /broken\.json.*name/s],
    ["notes on a key that the schema lacks", model("a/b", { notes: { pormpt: {} } }), /broken\.json.*pormpt/s],
  ])("is refused for %s, naming the file", (_, content, message) => {
    const folder = folderWith({ "broken.json": content });
    expect(() => listModels(folder)).toThrow(message);
  });

  it("is refused for two files with one id", () => {
    expect(() => listModels(folderWith({ "a.json": model("a/b"), "b.json": model("a/b") }))).toThrow("a/b");
  });
});
