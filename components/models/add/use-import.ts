"use client";
import { useState } from "react";
import { ApiError } from "@/lib/api/client";
import type { WireImport } from "@/lib/api/import-contract";
import { modelsApi } from "@/lib/api/models-client";
import type { CorrectedKind } from "@/lib/schema/corrected-kind";

export type FoundText = { text: string; preview: WireImport; modelId: string; kinds: Record<string, CorrectedKind> };
export type Importing = {
  found: FoundText | undefined;
  busy: boolean;
  /** Why the last step was refused, in words; empty where the studio did not answer. */
  refusal: string | undefined;
  read(text: string): Promise<void>;
  /** Looks again, with another name for a schema that stands alone, or another kind of a field. */
  correct(change: Partial<Pick<FoundText, "modelId" | "kinds">>): Promise<void>;
  /** The ids of what was added. */
  add(name: string): Promise<string[] | undefined>;
  close(): void;
};

/** A text on its way to being a model: read, looked at, corrected, added. */
export function useImport(): Importing {
  const [found, setFound] = useState<FoundText>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  async function attempt<T>(step: () => Promise<T>): Promise<T | undefined> {
    setBusy(true);
    setRefusal(undefined);
    try {
      return await step();
    } catch (error) {
      setRefusal(wordsOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  const look = ({ text, modelId, kinds }: Omit<FoundText, "preview">) =>
    attempt(async () => {
      const preview = await modelsApi.previewImport({ text, kinds, ...(modelId && { modelId }) });
      setFound({ text, modelId, kinds, preview });
    });

  return {
    found,
    busy,
    refusal,
    async read(text) {
      await look({ text, modelId: "", kinds: {} });
    },
    async correct(change) {
      if (!found) return;
      const next = { ...found, ...change };
      setFound(next);
      await look(next);
    },
    add: (name) =>
      attempt(async () => {
        if (!found) return [];
        const { text, modelId, kinds } = found;
        const named = { ...(modelId && { modelId }), ...(name && { name }) };
        return (await modelsApi.addModels({ text, kinds, ...named })).ids;
      }),
    close() {
      setFound(undefined);
      setRefusal(undefined);
    },
  };
}

function wordsOf(error: unknown): string {
  const problem = error instanceof ApiError ? error.problem : undefined;
  return problem?.errors?.map(({ message }) => message).join(" ") || (problem?.detail ?? "");
}
