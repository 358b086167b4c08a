import { createHash } from "node:crypto";
import type { Model } from "./model";

/** What models were, by version; a version is never changed. */
export interface ModelVersionStore {
  /** Does nothing where it is kept already. */
  keep(version: string, model: Model): Promise<void>;
  find(version: string): Promise<Model | undefined>;
}

/** Names a model and what decides about its form: its example does, which tells kinds of fields; its name and its price do not. */
export function versionOf({ id, inputSchema, notes, example }: Model): string {
  return createHash("sha256")
    .update(JSON.stringify([id, inputSchema, notes, example]))
    .digest("hex")
    .slice(0, 32);
}
