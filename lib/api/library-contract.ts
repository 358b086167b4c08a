import { z } from "zod";
import { assetSchema, isoTime, pageQuery } from "./contract";

/** What survives a composition: earlier uploads, the history of prompts, snippets. */
export const uploadQuerySchema = z.strictObject({ kind: z.enum(["image", "video", "audio"]).optional(), ...pageQuery });
export const uploadListSchema = z.object({
  assets: z.array(assetSchema.extend({ createdAt: isoTime })),
  nextCursor: z.string().nullable(),
});
export type WireUploadList = z.infer<typeof uploadListSchema>;

export const promptQuerySchema = z.strictObject(pageQuery);
export const promptListSchema = z.object({
  prompts: z.array(
    z.object({
      text: z.string(),
      modelId: z.string(),
      modelName: z.string(),
      /** The newest job that was sent with it. */
      jobId: z.string(),
      usedAt: isoTime,
      count: z.number().int(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type WirePromptList = z.infer<typeof promptListSchema>;
export type WirePrompt = WirePromptList["prompts"][number];

export const newSnippetSchema = z.strictObject({ name: z.string().optional(), text: z.string() });
export const snippetChangeSchema = z.strictObject({ name: z.string().optional(), text: z.string().optional() });
export const snippetSchema = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  createdAt: isoTime,
  updatedAt: isoTime,
});
export const snippetListSchema = z.object({ snippets: z.array(snippetSchema) });
export const snippetAnswerSchema = z.object({ snippet: snippetSchema });
export type WireSnippet = z.infer<typeof snippetSchema>;
