import { z } from "zod";
import { isJsonObject } from "@/lib/json";
import { CORRECTED_KINDS } from "@/lib/schema/corrected-kind";
import { microsOf } from "@/lib/spending/money";
import type { FieldNotes, LocalizedText, Model } from "./model";

const localizedText: z.ZodType<LocalizedText> = z.strictObject({
  en: z.string().min(1),
  ko: z.string().min(1).exactOptional(),
  ja: z.string().min(1).exactOptional(),
  "zh-TW": z.string().min(1).exactOptional(),
});

const positive = z.number().positive().exactOptional();

const fieldNotes: z.ZodType<FieldNotes> = z.strictObject({
  title: localizedText.exactOptional(),
  description: localizedText.exactOptional(),
  seriesTitle: localizedText.exactOptional(),
  limits: z
    .strictObject({
      types: z.array(z.string()).min(1).exactOptional(),
      maxBytes: positive,
      minSide: positive,
      minShortSide: positive,
      minRatio: positive,
      maxRatio: positive,
      minSeconds: positive,
      maxSeconds: positive,
    })
    .exactOptional(),
  textLimit: z
    .strictObject({ max: z.number().int().positive(), cjkWeight: z.union([z.literal(1), z.literal(2)]) })
    .exactOptional(),
  tag: z.string().min(1).exactOptional(),
  randomValue: z.number().int().exactOptional(),
  sample: z.boolean().exactOptional(),
  options: z.record(z.string(), localizedText).exactOptional(),
  advanced: z.boolean().exactOptional(),
  kind: z.enum(CORRECTED_KINDS).exactOptional(),
});

/** In a file `{"usd": 0.05, "unit": "second"}`. */
const price = z
  .strictObject({ usd: z.number(), unit: z.enum(["second", "output"]), asOf: z.iso.date().exactOptional() })
  .transform(({ usd, unit, asOf }, context) => {
    const usdMicros = microsOf(usd);
    if (usdMicros !== undefined) return { usdMicros, unit, ...(asOf !== undefined && { asOfMs: Date.parse(asOf) }) };
    context.addIssue({
      code: "custom",
      path: ["usd"],
      message: "expected an amount of US dollars from 0 to 1,000,000",
    });
    return z.NEVER;
  });

const jsonObject = z.record(z.string(), z.json());

/** The service's ids have 2 to 5 segments, which may hold capitals, dots and spaces; seen in the service's clients. */
const MODEL_ID = /^[^/\s][^/]*(\/[^/\s][^/]*){1,4}$/;

/** A model file as it lies in `lib/models/data`: every key known, so that a misspelt one is not silently lost. */
export const modelSchema: z.ZodType<Model> = z
  .strictObject({
    id: z.string().max(512).regex(MODEL_ID),
    rank: z.number().exactOptional(),
    name: localizedText,
    summary: localizedText,
    output: z.enum(["video", "image", "audio"]),
    inputSchema: jsonObject,
    notes: z.record(z.string(), fieldNotes),
    example: jsonObject,
    price: price.exactOptional(),
    showcase: jsonObject.exactOptional(),
    samples: z.record(z.string(), z.string()).exactOptional(),
  })
  .superRefine((model, context) => {
    const { properties } = model.inputSchema;
    for (const key of Object.keys(model.notes)) {
      if (!isJsonObject(properties) || !Object.hasOwn(properties, key)) {
        context.addIssue({ code: "custom", path: ["notes", key], message: "the schema has no such key" });
      }
    }
  });
