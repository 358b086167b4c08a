import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const MINE = {
  id: "mine/grain/text-to-video",
  name: { en: "Grain", ko: "그레인" },
  summary: { en: "Film grain." },
  output: "video",
  inputSchema: { type: "object", properties: { text: { type: "string", title: "Prompt" } }, required: ["text"] },
  notes: {},
  example: { text: "rain" },
};

it("a model of the user's own is listed, shown and sent like a shipped one", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder.path, "models"));
  await folder.write("models/mine.json", JSON.stringify(MINE));
  const studio = await openStudio({}, { DATA_DIR: folder.path });

  const { body: list } = await studio.call("GET", "/api/models", undefined, { "accept-language": "ko" });
  expect(list.models).toContainEqual({ id: MINE.id, name: "그레인", summary: "Film grain.", output: "video" });
  const { body: shown } = await studio.call("GET", `/api/models/${MINE.id}`);
  expect(shown.model.fields).toMatchObject([{ name: "text", kind: "prompt", required: true }]);

  const refused = await studio.call("POST", "/api/jobs", { modelId: MINE.id, input: {} });
  expect(refused.body.errors).toMatchObject([{ field: "text", code: "required" }]);
  const job = await studio.submit({ modelId: MINE.id, input: MINE.example, upstream: "sandbox" });
  expect(job).toMatchObject({ status: "queued", modelName: "Grain", input: MINE.example });
});
