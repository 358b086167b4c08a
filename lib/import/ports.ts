import type { Model } from "@/lib/models/model";
import type { FoundModel } from "./found-model";
import type { Corrections } from "./model-from";

/** A model that somebody added, as it was found, and what they say of it. */
export type AddedModel = {
  found: FoundModel & { modelId: string };
  corrections: Corrections;
  addedAtMs: number;
  updatedAtMs: number;
};

export interface AddedModelStore {
  /** By id. */
  list(): Promise<AddedModel[]>;
  /** Adds it, or takes the place of the one with its id. */
  put(added: AddedModel): Promise<void>;
  /** False where there is none with this id. */
  remove(id: string): Promise<boolean>;
}

/** The models that the studio knows at this moment, the added ones with them. */
export interface KnownModels {
  find(id: string): Model | undefined;
  /** The one that comes with the studio, also where an added one has taken its place. */
  shipped(id: string): Model | undefined;
  put(model: Model): void;
  /** Takes an added one out; a shipped one whose place it had taken is back. */
  remove(id: string): void;
}
