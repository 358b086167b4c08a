import type { JsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";
import type { CorrectedKind } from "@/lib/schema/corrected-kind";

/** As JSON; far more than any seen, the largest of which has 12 kB. */
export const MAX_MODEL_CHARACTERS = 200_000;

/** What a text tells of one model. */
export type FoundModel = {
  /** Absent for a schema that stands alone: then somebody has to name the model. */
  modelId?: string;
  name?: string;
  /** True where somebody gave it the name, in a file that was exported from a studio. */
  named?: boolean;
  summary?: string;
  /** What it makes, where the list says so. */
  kind?: Model["output"];
  /** As it was printed: keys, order, and the titles and descriptions in the page's own language. */
  inputSchema: JsonObject;
  /** The request that the page shows; empty where it shows none. */
  example: JsonObject;
  /** True where there was a command only: its values say what kinds its fields may be, and other fields are not known. */
  derived: boolean;
  /** What somebody has said of its fields, in a file that was exported from a studio. */
  kinds?: Record<string, CorrectedKind>;
  /** In US dollars; `asOfMs`: when it was read. */
  price?: { usd: number; unit: "second" | "output"; asOfMs?: number };
};

export type RefusalCode =
  | "tooLong"
  /** Neither a model nor a request stands in the text. */
  | "nothing"
  | "noSchema"
  | "noModelId"
  | "severalModels"
  | "cut"
  | "notJson"
  | "outputSchema";

/** An entry of a list that could not be used: its place from 1 or its id, and why. */
export type SkippedEntry = { entry: string; reason: "noModelId" | "noSchema" };

export type ModelReading =
  | { kind: "models"; models: FoundModel[]; skipped: SkippedEntry[] }
  | { kind: "refused"; reason: RefusalCode; params: Record<string, string | number> };
