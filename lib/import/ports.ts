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
  isShipped(id: string): boolean;
  /** Of an added one, with its corrections. */
  put(added: AddedModel): void;
  remove(id: string): void;
}
