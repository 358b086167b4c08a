import { createHash } from "node:crypto";
import type { Model } from "./model";

/** What models were, by version; a version is never changed. */
export interface ModelVersionStore {
  /** Does nothing where it is kept already. */
  keep(version: string, model: Model): Promise<void>;
  find(version: string): Promise<Model | undefined>;
}

/** Names what decides about a model's form; its name, its price and its example do not. */
export function versionOf({ inputSchema, notes }: Model): string {
  return createHash("sha256")
    .update(JSON.stringify([inputSchema, notes]))
    .digest("hex")
    .slice(0, 32);
}
