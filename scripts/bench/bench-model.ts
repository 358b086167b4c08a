import { z } from "zod";
import type { JsonObject, JsonValue } from "@/lib/json";

const MEDIA_KINDS = ["image", "video", "audio", "mediaList"];

const listSchema = z.object({ models: z.array(z.object({ id: z.string() })) });
const fieldSchema = z.object({
  name: z.string(),
  kind: z.string(),
  role: z.string().optional(),
  options: z.array(z.object({ value: z.json() })).optional(),
});
const modelSchema = z.object({
  model: z.object({ fields: z.array(fieldSchema), example: z.record(z.string(), z.json()) }),
});

/** Something that can be sent as it is: a model and its example. */
export type BenchModel = { modelId: string; input: JsonObject };

/**
 * The studio's model with the fewest files, with its example: `least` for submits, `most` for a render that is work. `longest` is
 * the latter with the longest take that it makes, in the least resolution.
 */
export async function benchModels(
  studioUrl: string,
): Promise<{ least: BenchModel; most: BenchModel; longest: BenchModel }> {
  const { models } = listSchema.parse(await (await fetch(`${studioUrl}/api/models`)).json());
  const weighed = await Promise.all(
    models.map(async ({ id }) => {
      const answer = modelSchema.parse(await (await fetch(`${studioUrl}/api/models/${id}`)).json());
      const files = answer.model.fields.filter(({ kind }) => MEDIA_KINDS.includes(kind)).length;
      const { example, fields } = answer.model;
      return { files, model: { modelId: id, input: example }, long: { ...example, ...longAndSmall(fields) } };
    }),
  );
  weighed.sort((a, b) => a.files - b.files);
  const [first, last] = [weighed[0], weighed.at(-1)];
  if (!first || !last) throw new Error("The studio has no model");
  return { least: first.model, most: last.model, longest: { ...last.model, input: last.long } };
}

/** Schemas list what can be chosen from little to much. */
function longAndSmall(fields: readonly z.infer<typeof fieldSchema>[]): JsonObject {
  const chosen = fields.flatMap(({ name, role, options = [] }): [string, JsonValue | undefined][] => {
    if (role === "resolution") return [[name, options[0]?.value]];
    return role === "seconds" ? [[name, options.at(-1)?.value]] : [];
  });
  return Object.fromEntries(chosen.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
