import { z } from "zod";
import { CORRECTED_KINDS, type CorrectedKind } from "@/lib/schema/corrected-kind";
import type { FieldChange } from "@/lib/schema/field-changes";
import type { WireModel } from "./contract";

const kinds = z.record(z.string(), z.enum(CORRECTED_KINDS)).optional();
const modelId = z.string().max(512).optional();

/** The text of a page, a schema, a command or a file. `modelId` names a schema that stands alone. */
export const previewImportSchema = z.strictObject({ text: z.string(), modelId, kinds });
export const addModelsSchema = previewImportSchema.extend({ name: z.string().max(120).optional() });
export type AddModelsRequest = z.infer<typeof addModelsSchema>;
export const correctModelSchema = z.strictObject({ name: z.string().max(120).optional(), kinds });

/** What each field can be corrected to, by its key. */
type Correctable = Record<string, readonly CorrectedKind[]>;

export type WireImport = {
  models: {
    /** Absent for a schema that nobody has named yet. */
    modelId?: string;
    model: WireModel;
    correctable: Correctable;
    /** True where there was a command only, whose values tell the fields. */
    isGuess: boolean;
    known: "new" | "added" | "shipped";
    /** Against the model that is there already. */
    changes: FieldChange[];
  }[];
  /** Entries of a list that cannot be used. */
  skipped: { entry: string; reason: "noModelId" | "noSchema" }[];
};

export type WireAddedModel = {
  model: WireModel;
  /** True where it stands in the place of a model that comes with the studio. */
  isShipped: boolean;
  /** True where its fields are others in the service's list. */
  isOtherInList: boolean;
  correctable: Correctable;
  kinds: Record<string, CorrectedKind>;
  isGuess: boolean;
  addedAt: string;
  updatedAt: string;
};
