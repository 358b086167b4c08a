import { z } from "zod";
import type { JsonObject } from "@/lib/json";

const MEDIA_KINDS = ["image", "video", "audio", "mediaList"];

const listSchema = z.object({ models: z.array(z.object({ id: z.string() })) });
const modelSchema = z.object({
  model: z.object({ fields: z.array(z.object({ kind: z.string() })), example: z.record(z.string(), z.json()) }),
});

/** Something that can be sent as it is: a model and its example. */
export type BenchModel = { modelId: string; input: JsonObject };

/** The studio's model with the fewest files, with its example: `least` for submits, `most` for a render that is work. */
export async function benchModels(studioUrl: string): Promise<{ least: BenchModel; most: BenchModel }> {
  const { models } = listSchema.parse(await (await fetch(`${studioUrl}/api/models`)).json());
  const weighed = await Promise.all(
    models.map(async ({ id }) => {
      const answer = modelSchema.parse(await (await fetch(`${studioUrl}/api/models/${id}`)).json());
      const files = answer.model.fields.filter(({ kind }) => MEDIA_KINDS.includes(kind)).length;
      return { files, model: { modelId: id, input: answer.model.example } };
    }),
  );
  const [first, ...rest] = weighed.sort((a, b) => a.files - b.files).map(({ model }) => model);
  if (!first) throw new Error("The studio has no model");
  return { least: first, most: rest.at(-1) ?? first };
}
