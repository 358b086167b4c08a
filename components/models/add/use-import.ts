"use client";
import { useRef, useState } from "react";
import { ApiError } from "@/lib/api/client";
import type { WireImport } from "@/lib/api/import-contract";
import { modelsApi } from "@/lib/api/models-client";
import type { CorrectedKind } from "@/lib/schema/corrected-kind";
import { previewSources, type Source } from "./preview-sources";

export type FoundText = {
  /** Another with each reading. */
  reading: number;
  /** Each text with a model in it; several where several files were given. */
  sources: Source[];
  preview: WireImport;
  /** Files without a model that can be used, each with why not. */
  unusable: { name: string; why: string }[];
  modelId: string;
  kinds: Record<string, CorrectedKind>;
};
export type Importing = {
  found: FoundText | undefined;
  busy: boolean;
  /** Why the last step was refused, in words; empty where the studio did not answer. */
  refusal: string | undefined;
  read(sources: readonly Source[]): Promise<void>;
  /** Looks again, with another name for a schema that stands alone, or another kind of a field. */
  correct(change: Partial<Pick<FoundText, "modelId" | "kinds">>): Promise<void>;
  /** The ids of what was added. */
  add(name: string): Promise<string[] | undefined>;
  close(): void;
};

/** Texts on their way to being models: read, looked at, corrected, added. */
export function useImport(): Importing {
  const [found, setFound] = useState<FoundText>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const steps = useRef(0);

  /** Of two steps at once only the later one counts, whichever is answered first. */
  async function attempt<T>(step: () => Promise<T>): Promise<T | undefined> {
    const own = ++steps.current;
    const isLatest = () => own === steps.current;
    setBusy(true);
    setRefusal(undefined);
    try {
      const result = await step();
      return isLatest() ? result : undefined;
    } catch (error) {
      if (isLatest()) setRefusal(wordsOf(error));
      return undefined;
    } finally {
      if (isLatest()) setBusy(false);
    }
  }

  return {
    found,
    busy,
    refusal,
    async read(sources) {
      const looked = await attempt(() => previewSources(sources, { wordsOf }));
      if (looked) setFound({ ...looked, reading: steps.current, modelId: "", kinds: {} });
    },
    async correct(change) {
      if (!found) return;
      const next = { ...found, ...change };
      setFound(next);
      const { modelId, kinds } = next;
      const looked = await attempt(() => previewSources(next.sources, { wordsOf, modelId, kinds }));
      if (looked) setFound({ ...next, ...looked });
    },
    add: (name) =>
      attempt(async () => {
        const { sources = [], modelId = "", kinds = {} } = found ?? {};
        const [only, another] = sources;
        const said = only && !another ? { kinds, ...(modelId && { modelId }), ...(name && { name }) } : {};
        const ids: string[] = [];
        for (const { text } of sources) ids.push(...(await modelsApi.addModels({ text, ...said })).ids);
        return [...new Set(ids)];
      }),
    close() {
      steps.current += 1;
      setBusy(false);
      setFound(undefined);
      setRefusal(undefined);
    },
  };
}

function wordsOf(error: unknown): string {
  const problem = error instanceof ApiError ? error.problem : undefined;
  return problem?.errors?.map(({ message }) => message).join(" ") || (problem?.detail ?? "");
}
